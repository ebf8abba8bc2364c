import type { Baseline } from '../audit/baseline.ts';
import type { Ignored, Leniency } from '../audit/leniency.ts';
import { checks as everyCheck } from '../checks/all.ts';
import type { AnyCheck } from '../core/check.ts';
import { UserError } from '../core/errors.ts';
import type { Expectations } from '../core/expectations.ts';
import type { Net } from '../net/net.ts';
import { questionName } from '../net/question-name.ts';
import { profiles as everyProfile } from '../profiles/all.ts';
import type { Profile } from '../profiles/profile.ts';
import { parseIp, printIp } from '../protocols/ip.ts';
import type { Hints, SelectorHint } from '../sources/source.ts';
import { tlsReportsAbout } from '../tls-report/about.ts';
import { trafficAbout } from '../traffic/about.ts';
import { selectorsSeen } from '../traffic/selectors.ts';

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

/** What is told of the domain. */
type Told = Omit<AuditSettings, 'net' | 'checks' | 'profiles' | 'leniency' | 'now'>;

/** What is known of a domain, and may be asked of it. Throws a UserError for what cannot be meant. */
export function hintsOf(
  domain: string,
  { selectors = [], guessSelectors = true, traffic, tlsReports, ...told }: Told,
): Hints {
  const about = traffic === undefined ? undefined : trafficAbout(traffic, domain);
  const sessions = tlsReports === undefined ? undefined : tlsReportsAbout(tlsReports, domain);
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
    ...(sessions === undefined ? {} : { tlsReports: sessions }),
    ...(expectations === undefined ? {} : { expectations: namesAsAsked(expectations) }),
  };
}

const namesAsAsked = ({ includes, mx, ...rest }: Expectations): Expectations => ({
  ...rest,
  ...(includes === undefined ? {} : { includes: includes.map((name) => asAsked(name)) }),
  ...(mx === undefined ? {} : { mx: mx.map((name) => asAsked(name)) }),
});

/** As the day of `now` has it. */
export function leniencyOn(now: Date, { levels = {}, ignore = [], baseline }: LeniencySettings): Leniency {
  return {
    levels,
    ignore: ignore.map((one) => (one.domain === undefined ? one : { ...one, domain: asAsked(one.domain) })),
    ...(baseline === undefined ? {} : { baseline }),
    today: now.toISOString().slice(0, 10),
  };
}

/** As DNS compares names. */
const asAsked = (name: string): string => questionName(name) ?? name;

export function domainNamed(typed: string): string {
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

export function profileNamed(id: string): Profile {
  const profile = everyProfile.find((one) => one.id === id);
  if (profile !== undefined) return profile;
  throw new UserError(`there is no profile \`${id}\``, `there are ${everyProfile.map((one) => one.id).join(', ')}`);
}

export function checksNamed(wanted: readonly string[]): AnyCheck[] {
  const covers = (code: string, id: string): boolean => id === code || id.startsWith(`${code}/`);
  const unknown = wanted.find((code) => !everyCheck.some(({ id }) => covers(code, id)));
  if (unknown !== undefined) throw new UserError(`there is no check, and no family, \`${unknown}\``);
  return everyCheck.filter(({ id }) => wanted.some((code) => covers(code, id)));
}
