import type { Hints, SelectorHint } from '../sources/source.ts';
import { trafficAbout } from '../traffic/about.ts';
import type { Traffic } from '../traffic/traffic.ts';
import type { DomainConfig } from './config/config.ts';
import type { ChosenWorld } from './world.ts';

/** What the command line says beyond the settings file. */
export interface HintOptions {
  readonly selector?: readonly string[];
  readonly ip?: readonly string[];
  readonly parked?: true;
  readonly probeSmtp?: true;
  readonly askServers?: true;
}

/** What is known of a domain, and what is to be asked of it. */
export function hintsFor(
  domain: string,
  { selector = [], ip = [], parked, probeSmtp, askServers }: HintOptions,
  own: DomainConfig | undefined,
  dnsbls: readonly string[],
  world: ChosenWorld,
  traffic: Traffic | undefined,
): Hints {
  const suffix = `._domainkey.${domain}`;
  const listed = world.selectorNames.filter((name) => name.endsWith(suffix));
  const selectors: SelectorHint[] = [
    ...selector.map((one) => ({ selector: one, origin: '--selector' })),
    ...(own?.selectors ?? []).map((one) => ({ selector: one, origin: 'sendaudit.json' })),
    ...selectorsIn(traffic, domain).map((one) => ({ selector: one, origin: 'DMARC reports' })),
    ...listed.map((name) => ({ selector: name.slice(0, -suffix.length), origin: world.selectorOrigin })),
  ];
  const about = traffic === undefined ? undefined : trafficAbout(traffic, domain);
  const { parked: isParked = false, ...expectations } = own ?? {};
  return {
    selectors,
    guessSelectors: world.live,
    ...(about === undefined ? {} : { traffic: about }),
    parked: parked === true || isParked,
    ...(own === undefined ? {} : { expectations }),
    sendingAddresses: ip,
    dnsbls,
    probesSmtp: probeSmtp === true,
    asksServers: askServers === true,
    trustsResolver: world.trustsResolver,
  };
}

/** Selectors whose signatures passed: one that never did may be anybody's invention. */
function selectorsIn(traffic: Traffic | undefined, domain: string): string[] {
  if (traffic === undefined) return [];
  const found = new Set<string>();
  for (const { signature } of traffic.tallies.all())
    for (const { domain: signer, selector, result } of signature.dkim)
      if (signer === domain && result === 'pass' && selector !== undefined && selector !== '') found.add(selector);
  return [...found];
}
