import { auditDomain, type Subject } from './audit/audit.ts';
import type { Baseline } from './audit/baseline.ts';
import { lenient, type Ignored, type Leniency } from './audit/leniency.ts';
import { checks as everyCheck } from './checks/all.ts';
import type { AnyCheck } from './core/check.ts';
import { UserError } from './core/errors.ts';
import type { Expectations } from './core/expectations.ts';
import { cachedNet } from './net/cached.ts';
import type { Net } from './net/net.ts';
import { questionName } from './net/question-name.ts';
import { profiles as everyProfile } from './profiles/all.ts';
import type { Profile } from './profiles/profile.ts';
import { parseIp, printIp } from './protocols/ip.ts';
import { knownProviders } from './providers/known.ts';
import type { Hints, SelectorHint } from './sources/source.ts';
import { trafficAbout } from './traffic/about.ts';
import { attributed } from './traffic/attributed.ts';
import { readTraffic } from './traffic/read.ts';
import { selectorsSeen } from './traffic/selectors.ts';
import type { Traffic } from './traffic/traffic.ts';

/** The world an audit asks, what it is told of the domain, what it may ask, and how it judges. */
export interface AuditSettings extends Omit<Hints, 'selectors' | 'guessSelectors'> {
  /** `liveNet()`, a recording, zone files, or zone files laid over one of these. It stays open. */
  readonly net: Net;
  /**
   * DKIM selectors the domain signs with, which DNS cannot list: where one has no key, that is an error. A hint with the
   * claim `listed` is only looked at.
   */
  readonly selectors?: readonly (string | SelectorHint)[];
  /** Whether common selectors are tried, too; they are unless told. */
  readonly guessSelectors?: boolean;
  /** Only these, by id (`spf/lookup-limit`) or family (`spf`). */
  readonly checks?: readonly string[];
  /** Ids (`gmail`), or profiles of your own; `parked` says that the domain is. */
  readonly profiles?: readonly (string | Profile)[];
  readonly leniency?: LeniencySettings;
  /** The time certificates and days of grace are held to; that of the call unless told. */
  readonly now?: Date;
}

/** What was decided about findings. Those to live with stay in the results, marked `waived`, and do not count. */
export interface LeniencySettings {
  /** By finding, check or family: `{ 'dns/dnssec': 'warning', 'mx': 'off' }`. */
  readonly levels?: Leniency['levels'];
  readonly ignore?: readonly Ignored[];
  /** Findings of an earlier run; without one, everything is new. */
  readonly baseline?: Baseline | undefined;
}

/**
 * Audits one domain as `sendaudit check` does: in `results` one outcome for each check, in `profiles` what is demanded.
 *
 * Whatever the world does is a result, never an exception. Throws a UserError where the settings name what does not
 * exist: no domain name, no selector, no IP address, an unknown check or profile.
 */
export async function audit(domain: string, settings: AuditSettings): Promise<Subject> {
  const { net, checks, profiles = [], leniency, now = new Date(), ...told } = settings;
  const name = domainNamed(domain);
  const demanded = profiles.map((one) => (typeof one === 'string' ? profileNamed(one) : one));
  const subject = await auditDomain({
    domain: name,
    // Several facts rest on one question.
    net: cachedNet(net),
    hints: hintsOf(name, demanded.some(({ id }) => id === 'parked') ? { ...told, parked: true } : told),
    catalogue: knownProviders(),
    checks: checks === undefined ? everyCheck : checksNamed(checks),
    profiles: demanded,
    now,
  });
  if (leniency === undefined) return subject;
  const { levels = {}, ignore = [], baseline } = leniency;
  const results = lenient(subject.results, name, {
    levels,
    ignore: ignore.map((one) => (one.domain === undefined ? one : { ...one, domain: asAsked(one.domain) })),
    ...(baseline === undefined ? {} : { baseline }),
    today: now.toISOString().slice(0, 10),
  });
  return { ...subject, results };
}

/**
 * Reads DMARC aggregate reports from files, folders and globs, and attributes them; with `net`, SPF trees help. What could
 * not be read is in `inputs.failed`.
 */
export async function readDmarc(paths: readonly string[], { net }: { readonly net?: Net } = {}): Promise<Traffic> {
  const shared = net === undefined ? {} : { net: cachedNet(net) };
  return attributed(await readTraffic(paths), { catalogue: knownProviders(), ...shared });
}

type Told = Omit<AuditSettings, 'net' | 'checks' | 'profiles' | 'leniency' | 'now'>;

function hintsOf(domain: string, { selectors = [], guessSelectors = true, traffic, ...told }: Told): Hints {
  const about = traffic === undefined ? undefined : trafficAbout(traffic, domain);
  const seen = traffic === undefined ? [] : selectorsSeen(traffic, domain);
  const { expectations, sendingAddresses = [] } = told;
  return {
    ...told,
    selectors: [
      ...selectors.map((one) => selectorHint(one)),
      ...seen.map((selector) => ({ selector, origin: 'DMARC reports', claim: 'seen' as const })),
    ],
    guessSelectors,
    sendingAddresses: sendingAddresses.map((typed) => addressOf(typed)),
    ...(about === undefined ? {} : { traffic: about }),
    ...(expectations === undefined ? {} : { expectations: namesAsAsked(expectations) }),
  };
}

const namesAsAsked = ({ includes, mx, ...rest }: Expectations): Expectations => ({
  ...rest,
  ...(includes === undefined ? {} : { includes: includes.map((name) => asAsked(name)) }),
  ...(mx === undefined ? {} : { mx: mx.map((name) => asAsked(name)) }),
});

/** As DNS compares names. */
const asAsked = (name: string): string => questionName(name) ?? name;

function domainNamed(typed: string): string {
  const name = questionName(typed);
  if (name !== undefined && name !== '' && !/[\s/@:]/.test(name)) return name;
  throw new UserError(`\`${typed}\` is no domain name`);
}

function selectorHint(given: string | SelectorHint): SelectorHint {
  const hint: SelectorHint =
    typeof given === 'string' ? { selector: given, origin: 'the caller', claim: 'use' } : given;
  // One label of a name, or several (RFC 6376 §3.1).
  if (questionName(hint.selector) !== undefined && /^[^\s@:/.]+(?:\.[^\s@:/.]+)*$/.test(hint.selector)) return hint;
  throw new UserError(`\`${hint.selector}\` is no DKIM selector`);
}

function addressOf(typed: string): string {
  const address = parseIp(typed);
  if (address === undefined) throw new UserError(`\`${typed}\` is no IP address`);
  return printIp(address);
}

function profileNamed(id: string): Profile {
  const profile = everyProfile.find((one) => one.id === id);
  if (profile !== undefined) return profile;
  throw new UserError(`there is no profile \`${id}\``, `there are ${everyProfile.map((one) => one.id).join(', ')}`);
}

function checksNamed(wanted: readonly string[]): AnyCheck[] {
  const covers = (code: string, id: string): boolean => id === code || id.startsWith(`${code}/`);
  const unknown = wanted.find((code) => !everyCheck.some(({ id }) => covers(code, id)));
  if (unknown !== undefined) throw new UserError(`there is no check, and no family, \`${unknown}\``);
  return everyCheck.filter(({ id }) => wanted.some((code) => covers(code, id)));
}
