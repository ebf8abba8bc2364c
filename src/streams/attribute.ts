import type { Catalogue } from '../providers/catalogue.ts';
import { NO_TREES, type Branch, type Branches } from './branch.ts';
import { passes } from './case.ts';
import { classify } from './classify.ts';
import { homesOf } from './homes.ts';
import { identify, type Ours } from './identify.ts';
import { lessonsOf } from './learn.ts';
import { streamOf } from './naming.ts';
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
  readonly pass: boolean;
  readonly dkimAligned: boolean;
  readonly spfAligned: boolean;
  /** It carries a signature of our own, and none of those verified. */
  readonly brokenSignature: boolean;
  readonly evidence: readonly Evidence[];
  readonly why: readonly Why[];
  /** Why it is not simply `aligned`. */
  readonly because?: string;
}

/** What attribution may use besides the rows themselves. */
export interface Knowledge {
  readonly catalogue: Catalogue;
  /** The organisational domain of a name. */
  readonly organisation: (domain: string) => string;
  /** Where addresses stand in the From domains' SPF trees, where DNS was at hand. */
  readonly branches?: Branches;
}

/**
 * Says of every key of a period's tallies whose mail it is. Two passes over the tallies: one to learn how each key's mail
 * looks at home, one to judge. The answer is an array, index = key; equal judgements are one object.
 */
export function attribute(
  tallies: Tallies,
  { catalogue, organisation, branches = NO_TREES }: Knowledge,
): Attribution[] {
  const oursOf = (headerFrom: string): Ours => {
    const home = organisation(headerFrom);
    return (domain) => domain !== '' && organisation(domain) === home;
  };
  const homes = homesOf(tallies.all(), oursOf, organisation);
  const lessons = lessonsOf(tallies, oursOf, catalogue, organisation, homes);
  const judged = new Map<Signature, Map<string, Attribution>>();

  const judge = ({ signature: published, sourceIp, address }: Tally, branch: Branch): Attribution => {
    const ours = oursOf(published.headerFrom);
    const signature = completed(published, ours);
    const sender = identify({ signature, ours, branch, catalogue, lessons, address });
    const verdict = classify({ signature, sourceIp, sender, branch, ours, organisation, homes, catalogue });
    const stream = streamOf({
      signature,
      sender,
      streamClass: verdict.class,
      ours,
      organisation,
      branch,
      keyOfAddress: lessons.keyOfAddress(address),
    });
    return {
      stream,
      class: verdict.class,
      confidence:
        stream.provider === undefined ? verdict.confidence : Math.max(sender.confidence, verdict.confidence / 2),
      pass: passes(signature),
      dkimAligned: signature.dkimAligned === true,
      spfAligned: signature.spfAligned === true,
      brokenSignature: signaturesBroken(signature, ours),
      evidence: sender.evidence,
      why: whyFailing(signature, ours),
      ...(verdict.because === undefined ? {} : { because: verdict.because }),
    };
  };

  const attributions: Attribution[] = [];
  for (const tally of tallies.all()) {
    const { signature, sourceIp, address } = tally;
    const branch = branches(signature.headerFrom, sourceIp);
    const sameSignature = judged.get(signature) ?? new Map<string, Attribution>();
    judged.set(signature, sameSignature);
    // All that an address may add to what its signature says; where it is the same, so is the judgement.
    const known = homes.authorised(signature.headerFrom, sourceIp);
    const learned = `${lessons.ofAddress(address)} ${lessons.ofKeyOfAddress(address)} ${lessons.keyOfAddress(address)}`;
    const like = `${branchKey(branch)} ${known} ${learned}`;
    let attribution = sameSignature.get(like);
    if (attribution === undefined) sameSignature.set(like, (attribution = judge(tally, branch)));
    attributions.push(attribution);
  }
  return attributions;
}

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
