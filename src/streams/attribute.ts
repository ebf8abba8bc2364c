import type { Catalogue } from '../providers/catalogue.ts';
import type { Provider } from '../providers/provider.ts';
import { NO_TREES, type Branch, type Branches } from './branch.ts';
import { ownSignatures, passes, passesForSomebody } from './case.ts';
import { classify } from './classify.ts';
import { homesOf, type Homes } from './homes.ts';
import { identify, NAMED, type Candidate, type Ours } from './identify.ts';
import { lessonsOf } from './learn.ts';
import { streamOf } from './naming.ts';
import { neighboursOf } from './neighbours.ts';
import { ruled } from './ruled.ts';
import { rulings, type Ruling, type StreamRule } from './rules.ts';
import { withoutResults } from './bare.ts';
import type { Signature } from './signature.ts';
import type { Evidence, Stream, StreamClass } from './stream.ts';
import type { Tallies, Tally } from './tally.ts';
import { whyFailing, type Why } from './why.ts';

/** What is said of rows that authenticated alike from like addresses. */
export interface Attribution {
  readonly stream: Stream;
  readonly class: StreamClass;
  /** 0 to 1: that the provider, or where none is named the class, is right. */
  readonly confidence: number;
  /** 0 to 1: that the class is right. */
  readonly classConfidence: number;
  readonly pass: boolean;
  readonly dkimAligned: boolean;
  readonly spfAligned: boolean;
  /** It carries a signature of our own, and none of those verified. */
  readonly brokenSignature: boolean;
  readonly evidence: readonly Evidence[];
  /** Services anything speaks for, most likely first. */
  readonly candidates: readonly Candidate[];
  readonly why: readonly Why[];
  /** Why it is not simply `aligned`. */
  readonly because?: string;
  /** The reader's rule that decided it. */
  readonly rule?: StreamRule;
}

/** What attribution may use besides the rows themselves. */
export interface Knowledge {
  readonly catalogue: Catalogue;
  /** The organisational domain of a name. */
  readonly organisation: (domain: string) => string;
  /** Where addresses stand in the From domains' SPF trees, where DNS was at hand. */
  readonly branches?: Branches;
  /** What the reader says of their own mail; it wins over everything. */
  readonly rules?: readonly StreamRule[];
}

/** All that an address may add to what a signature says; where it is the same, so is the judgement. */
interface Setting {
  readonly branch: Branch;
  readonly network: Provider | undefined;
  readonly rule: StreamRule | undefined;
}

/** What is known of a signature before any address is looked at. */
interface Plan {
  readonly signature: Signature;
  readonly ours: Ours;
  /** Whether it matters who publishes the address: nothing else names the sender, and somebody vouches for the mail. */
  readonly asksNetwork: boolean;
  readonly ruling: Ruling;
  readonly judged: Map<string, Attribution>;
}

/**
 * Says of every key of a period's tallies whose mail it is. The tallies are gone through to learn how each key's mail
 * looks at home, then to judge. The answer is an array, index = key; equal judgements are one object.
 */
export function attribute(tallies: Tallies, knowledge: Knowledge): Attribution[] {
  const { catalogue, organisation, branches = NO_TREES, rules = [] } = knowledge;
  const oursOf = (headerFrom: string): Ours => {
    const home = organisation(headerFrom);
    return (domain) => domain !== '' && organisation(domain) === home;
  };
  const reading = { oursOf, organisation, catalogue };
  const homes = homesOf(() => tallies.all(), reading);
  const lessons = lessonsOf(tallies, reading, homes);
  const rulingOf = rulings(rules);
  const plans = new Map<Signature, Plan>();
  const planOf = (published: Signature): Plan => {
    const present = plans.get(published);
    if (present !== undefined) return present;
    const ours = oursOf(published.headerFrom);
    const signature = completed(published, ours);
    const { confidence } = identify({ signature, ours, branch: { kind: 'open' }, catalogue });
    const asksNetwork = confidence < NAMED && (passes(signature) || passesForSomebody({ signature }));
    const plan = { signature, ours, asksNetwork, ruling: rulingOf(signature), judged: new Map() };
    plans.set(published, plan);
    return plan;
  };
  for (const { signature } of tallies.all()) planOf(signature);
  const neighbours = neighboursOf(
    [...plans.values()].map(({ signature }) => signature),
    oursOf,
    organisation,
    catalogue,
  );

  const judge = ({ signature, ours }: Plan, { sourceIp, address }: Tally, setting: Setting): Attribution => {
    const { branch, network, rule } = setting;
    const sender = identify({ signature, ours, branch, catalogue, lessons, address, network });
    const row = { signature, sourceIp, sender, branch, ours, organisation, homes, neighbours, catalogue };
    const common = {
      pass: passes(signature),
      dkimAligned: signature.dkimAligned === true,
      spfAligned: signature.spfAligned === true,
      brokenSignature: signaturesBroken(signature, ours),
      candidates: sender.candidates,
      why: whyFailing(signature, ours),
    };
    if (rule !== undefined) {
      const { evidence, ...decided } = ruled(rule, row);
      const because = decided.class === 'aligned' ? {} : { because: rule.origin };
      const sure = { confidence: 1, classConfidence: 1, evidence: [evidence, ...sender.evidence] };
      return { ...decided, ...sure, ...common, rule, ...because };
    }
    const verdict = classify(row);
    const stream = streamOf({ ...row, streamClass: verdict.class, keyOfAddress: lessons.keyOfAddress(address) });
    return {
      stream,
      class: verdict.class,
      confidence:
        stream.provider === undefined ? verdict.confidence : Math.max(sender.confidence, verdict.confidence / 2),
      classConfidence: verdict.confidence,
      evidence: sender.evidence,
      ...common,
      ...(verdict.because === undefined ? {} : { because: verdict.because }),
    };
  };

  const attributions: Attribution[] = [];
  for (const tally of tallies.all()) {
    const { signature, sourceIp, address } = tally;
    const plan = planOf(signature);
    const branch = branches(signature.headerFrom, sourceIp);
    const network = plan.asksNetwork ? catalogue.byAddress(sourceIp) : undefined;
    const known = homes.authorised(signature.headerFrom, sourceIp);
    const standing = plan.signature.spfAligned === true ? '' : homes.standing(signature.headerFrom, sourceIp);
    const home = plan.signature.dkimAligned === true && standing !== '' ? keysAtHome(plan, homes, sourceIp) : '';
    const rule = plan.ruling(sourceIp);
    const learned = `${lessons.ofAddress(address)} ${lessons.ofKeyOfAddress(address)} ${lessons.keyOfAddress(address)}`;
    const like = `${branchKey(branch)} ${network?.id} ${known} ${standing} ${home} ${rule?.origin} ${learned}`;
    let attribution = plan.judged.get(like);
    if (attribution === undefined) plan.judged.set(like, (attribution = judge(plan, tally, { branch, network, rule })));
    attributions.push(attribution);
  }
  return withoutResults(tallies, attributions, organisation);
}

/** Of which of the row's keys mail starts from the address. */
const keysAtHome = ({ signature, ours }: Plan, homes: Homes, sourceIp: string): string =>
  ownSignatures({ signature, ours })
    .map(({ domain, selector }) => Number(homes.isHomeAddress(domain, selector, sourceIp)))
    .join('');

function signaturesBroken({ dkim }: Signature, ours: Ours): boolean {
  const own = dkim.filter(({ domain }) => ours(domain));
  return own.length > 0 && own.every(({ result }) => result === 'fail');
}

const branchKey = (branch: Branch): string =>
  branch.kind === 'own' ? `own ${branch.term}` : branch.kind === 'include' ? branch.domains.join(' ') : branch.kind;

/** Where a report does not say what DMARC made of the results, relaxed alignment does (RFC 9989 §4.4). */
function completed(signature: Signature, ours: Ours): Signature {
  if (signature.dkimAligned !== undefined && signature.spfAligned !== undefined) return signature;
  const aligned = (results: readonly { readonly domain: string; readonly result: string }[]): boolean =>
    results.some(({ domain, result }) => result === 'pass' && ours(domain));
  return {
    ...signature,
    dkimAligned: signature.dkimAligned ?? aligned(signature.dkim),
    spfAligned: signature.spfAligned ?? aligned(signature.spf.filter(({ scope }) => scope !== 'helo')),
  };
}
