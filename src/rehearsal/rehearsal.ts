import type { Dns } from '../net/net.ts';
import { pslOrgDomain } from '../dmarc-policy/psl.ts';
import type { Catalogue } from '../providers/catalogue.ts';
import { remembered } from '../traffic/attributed.ts';
import type { Traffic } from '../traffic/traffic.ts';
import { changesAnything, changesAuthentication, type Change } from './change.ts';
import {
  busiestFrom,
  recordDomains,
  unaskedMail,
  unreadableMail,
  type Unasked,
  type Unreadable,
} from './from-domains.ts';
import { lostKeys } from './lost-keys.ts';
import { partsOf, type Part } from './parts.ts';
import { plannedWorld } from './planned-world.ts';
import { applied, askedPolicies, changedPolicies, modesOf, reportedPolicies, type PolicyChange } from './policies.ts';
import { readinessOf, type Readiness } from './readiness.ts';
import { rehearse, type Rehearsed } from './rehearse.ts';
import type { Ground, Situation } from './situation.ts';
import { rehearsedSpf, type SpfRehearsal } from './spf-rehearsal.ts';
import { unseenWithdrawals } from './unseen.ts';
import { withdrawalOf } from './withdrawal.ts';

/** The DNS as it is, and as a planned zone leaves it, where one is given. */
export interface Worlds {
  readonly now: Dns;
  readonly planned?: Dns;
}

export interface RehearsalOptions {
  readonly change: Change;
  /** Whose DMARC records change; every one that applies to the traffic where it is empty. */
  readonly domains: readonly string[];
  /** Whether the question is if the domains are ready for p=reject. */
  readonly asksReadiness: boolean;
  readonly worlds?: Worlds;
  readonly catalogue: Catalogue;
  /** Seconds since 1970; the age of the data is judged by it, and not at all without. */
  readonly today?: number;
}

/** A change, rehearsed over the traffic of a period: everything that is shown of it. */
export interface Rehearsal extends Rehearsed {
  readonly change: Change;
  readonly traffic: Traffic;
  /** The domains whose DMARC records change, or would. */
  readonly policies: readonly PolicyChange[];
  /** What says what is published: the reports, or the DNS. */
  readonly policySource: 'reports' | 'dns';
  readonly spf?: SpfRehearsal;
  readonly lostKeys: readonly string[];
  /** What is withdrawn and no message of the period shows, as phrases. */
  readonly unseen: readonly string[];
  /** Most messages first. */
  readonly unreadable: readonly Unreadable[];
  readonly unasked: Unasked;
  /** What each kind of change does alone, where there are several. */
  readonly parts: readonly Part[];
  readonly readiness: readonly Readiness[];
  /** What customers of the services in the traffic have to do to be aligned: id → sentence. */
  readonly alignments: ReadonlyMap<string, string>;
}

/** Gathers what the fate of the traffic hangs on, before and after, and judges every row both times. */
export async function rehearsal(traffic: Traffic, options: RehearsalOptions): Promise<Rehearsal> {
  const { change, worlds, catalogue } = options;
  const { tallies } = traffic;
  const organisation = remembered(pslOrgDomain);
  const reported = reportedPolicies(tallies.policyDomains());
  const reportedPolicy = applied(reported);
  const ground: Ground = { organisation, reportedModes: (from) => modesOf(reportedPolicy(from)) };
  const fromDomains = busiestFrom(traffic, organisation);
  const homes = new Set(fromDomains.map(organisation));
  const isOurs = (name: string): boolean => homes.has(organisation(name));

  const standing = worlds === undefined ? reported : await askedPolicies(fromDomains, worlds.now);
  const planned = worlds?.planned === undefined ? standing : await askedPolicies(fromDomains, worlds.planned);
  const targets = options.domains.length > 0 ? options.domains : recordDomains(traffic, applied(planned), organisation);
  const [wasPolicy, willPolicy] = [applied(standing), applied(changedPolicies(planned, targets, change.policy))];

  const then = worlds && thenWorld(worlds, options, isOurs);
  const spf =
    worlds === undefined || (then === undefined && !options.asksReadiness)
      ? undefined
      : await rehearsedSpf({ traffic, ground, now: worlds.now, ...(then === undefined ? {} : { planned: then }) });
  const keys =
    worlds?.planned === undefined ? new Set<string>() : await lostKeys(tallies, ground, worlds.now, worlds.planned);
  const withdrawal = withdrawalOf({
    change,
    tallies,
    attributions: traffic.attributions,
    catalogue,
    spfByDns: worlds !== undefined,
    lostKeys: keys,
    organisation,
  });
  // Where no record is touched, what reporters saw stands on both sides.
  const turned = spf?.envelopes.some(({ changed }) => changed) === true ? spf : undefined;
  const before: Situation = {
    policyOf: wasPolicy,
    modesOf: (from) => modesOf(wasPolicy(from)),
    ...(turned === undefined ? {} : { spf: turned.before }),
  };
  const after: Situation = {
    policyOf: willPolicy,
    modesOf: (from) => modesOf(willPolicy(from)),
    ...(turned === undefined ? {} : { spf: turned.after }),
    ...(withdrawal === undefined ? {} : { withdrawal }),
  };
  const rehearsed = rehearse(traffic, { before, after }, ground);
  const policies = targets.map((domain) => ({ domain, before: wasPolicy(domain), after: willPolicy(domain) }));
  const unreadable = unreadableMail(traffic, willPolicy);
  return {
    ...rehearsed,
    change,
    traffic,
    policies,
    policySource: worlds === undefined ? 'reports' : 'dns',
    ...(spf === undefined ? {} : { spf }),
    lostKeys: [...keys],
    unseen: unseenWithdrawals({ change, tallies, attributions: traffic.attributions, catalogue }),
    unreadable,
    unasked: unaskedMail(traffic, standing),
    parts: changesAnything(change) ? partsOf(traffic, { before, after }, ground) : [],
    readiness: options.asksReadiness
      ? readinessOf({
          traffic,
          rehearsed,
          policies,
          unreadable,
          organisation,
          ...(spf && { spf }),
          today: options.today,
        })
      : [],
    alignments: alignmentsIn(traffic, catalogue),
  };
}

function alignmentsIn({ streams }: Traffic, catalogue: Catalogue): Map<string, string> {
  const ids = new Set(streams.flatMap(({ provider }) => (provider === undefined ? [] : [provider])));
  return new Map(
    [...ids].flatMap((id) => {
      const advice = catalogue.byId(id)?.alignment;
      return advice === undefined ? [] : [[id, advice] as const];
    }),
  );
}

/** The DNS after the change; undefined where it does not touch authentication. */
function thenWorld(
  { now, planned }: Worlds,
  { change, catalogue }: RehearsalOptions,
  isOurs: (name: string) => boolean,
): Dns | undefined {
  return changesAuthentication(change) ? plannedWorld(planned ?? now, { change, catalogue, isOurs }) : undefined;
}
