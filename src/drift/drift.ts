import { auditDomain, type Subject } from '../audit/audit.ts';
import type { Leniency } from '../audit/leniency.ts';
import { atOnce } from '../core/at-once.ts';
import type { AnyCheck } from '../core/check.ts';
import type { Net } from '../net/net.ts';
import type { RecordedNet } from '../net/recorded.ts';
import type { FetchLimits } from '../net/services.ts';
import type { Catalogue } from '../providers/catalogue.ts';
import type { Hints } from '../sources/source.ts';
import { askedAgain } from './asked-again.ts';
import type { Change, PrintRdata } from './changes.ts';
import { consequences, type Consequence } from './findings.ts';
import { presentNames, selectorsAmong } from './recorded-names.ts';
import { watched } from './watched.ts';

/** What changed between two worlds, and what it means. */
export interface Drift {
  readonly changes: readonly Change[];
  readonly consequences: readonly Consequence[];
}

export interface DriftOptions {
  /** What is audited; `auditedDomains` tells what was when it was recorded. */
  readonly domains: readonly string[];
  /** Leave aside what the recording holds of other domains. */
  readonly onlyThese?: boolean;
  /** What is known of a domain. The recording adds selectors, and says whether mail hosts and name servers are asked. */
  readonly hintsOf: (domain: string) => Hints;
  readonly leniency: Leniency;
  readonly catalogue: Catalogue;
  readonly checks: readonly AnyCheck[];
  readonly now: Date;
  readonly print: PrintRdata;
}

/** Domains audited at once. */
const AT_ONCE = 64;
/** For pages that no audit asks for any more; policies, logos and certificates are shorter. */
const OTHER_PAGES: FetchLimits = { octets: 1 << 20 };

/** Asks every question of a recording again, of another world, and audits both with the same hints. */
export async function drift(earlier: RecordedNet, later: Net, options: DriftOptions): Promise<Drift> {
  const { domains, onlyThese = false, hintsOf, leniency, catalogue, checks, now, print } = options;
  const audited = (netFor: (domain: string) => Net, hintsFor: (domain: string) => Hints): Promise<Subject[]> =>
    atOnce(AT_ONCE, domains, (domain) =>
      auditDomain({
        domain,
        net: netFor(domain),
        hints: hintsFor(domain),
        catalogue,
        checks,
        now,
        overview: false,
      }),
    );
  const selectorsBefore = selectorsAmong(presentNames(earlier.recorded));
  const hintsBefore = (domain: string, mailHosts: boolean, servers: boolean): Hints => {
    const hints = hintsOf(domain);
    return {
      ...hints,
      // Names that only the later world lists were not asked for.
      selectors: [...hints.selectors.filter(({ claim }) => claim !== 'listed'), ...(selectorsBefore.get(domain) ?? [])],
      guessSelectors: false,
      probesSmtp: mailHosts,
      asksServers: servers,
      trustsResolver: hints.trustsResolver === true && earlier.validated,
    };
  };

  const [worldBefore, worldAfter] = [watched(earlier), watched(later)];
  const [holdsMailHosts, holdsServers] = [earlier.mailHosts.length > 0, earlier.servers.length > 0];
  const first = await audited(worldBefore.netFor, (domain) => hintsBefore(domain, holdsMailHosts, holdsServers));
  const { changes, unheld, present, comparesMailHosts, comparesServers } = await askedAgain(earlier, later, {
    isWanted: (answer, name) => !onlyThese || worldBefore.answers.has(answer) || isBelow(name, domains),
    limitsOf: (answer) => worldBefore.limits.get(answer) ?? OTHER_PAGES,
    print,
  });
  const hintsBoth = (domain: string): Hints => hintsBefore(domain, comparesMailHosts, comparesServers);
  const isWhole = comparesMailHosts === holdsMailHosts && comparesServers === holdsServers;
  const before = isWhole ? first : await audited(worldBefore.netFor, hintsBoth);
  const selectorsAfter = selectorsAmong(present);
  const after = await audited(worldAfter.netFor, (domain) => {
    const hints = hintsBoth(domain);
    const listed = hintsOf(domain).selectors.filter(({ claim }) => claim === 'listed');
    return { ...hints, selectors: [...hints.selectors, ...listed, ...(selectorsAfter.get(domain) ?? [])], earlier };
  });
  // A later recording lacks what nothing in it led to: the record of an include that is gone. Only what is needed is told.
  const needed = new Set(domains.flatMap((domain) => [...worldAfter.unrecordedFor(domain)]));
  return {
    changes: changes.filter((change) => !unheld.has(change) || needed.has(change.reason ?? '')),
    consequences: consequences(before, after, { unrecordedFor: worldBefore.unrecordedFor, leniency }),
  };
}

const isBelow = (name: string | undefined, domains: readonly string[]): boolean =>
  name !== undefined && domains.some((domain) => `.${name}`.endsWith(`.${domain}`));
