import { isSubdomainOf } from '../protocols/domain.ts';
import type { Hints, SelectorHint } from '../sources/source.ts';
import { trafficAbout } from '../traffic/about.ts';
import { selectorsSeen } from '../traffic/selectors.ts';
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
  const listed = world.selectorNames.filter(({ name }) => name.endsWith(suffix));
  const selectors: SelectorHint[] = [
    ...selector.map((one) => ({ selector: one, origin: '--selector', claim: 'use' as const })),
    ...(traffic === undefined ? [] : selectorsSeen(traffic, domain)).map((one) => ({
      selector: one,
      origin: 'DMARC reports',
      claim: 'seen' as const,
    })),
    ...listed.map(({ name, origin }) => ({
      selector: name.slice(0, -suffix.length),
      origin,
      claim: 'listed' as const,
    })),
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
    crowdedAliases: world.crowdedAliases.filter(({ name }) => isSubdomainOf(name, domain)),
  };
}
