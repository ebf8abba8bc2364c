import type { Attribution } from './attribution.ts';
import { passes, type Neighbours } from './case.ts';
import { classify } from './classify.ts';
import { namedByHost } from './host.ts';
import { identify } from './identify.ts';
import type { Ours } from './ours.ts';
import { streamOf } from './naming.ts';
import type { Plan, Setting, Surroundings } from './plan.ts';
import { ruled } from './ruled.ts';
import type { Signature } from './signature.ts';
import type { Tally } from './tally.ts';
import { whyFailing } from './why.ts';

/** All that is known of a period besides its rows. */
export interface Surveyed extends Surroundings {
  readonly neighbours: Neighbours;
}

/** Whose mail rows of this signature are, from addresses with this setting. */
export function judge(
  { signature, ours, alone }: Plan,
  { sourceIp, address }: Tally,
  { branch, network, rule, host }: Setting,
  surveyed: Surveyed,
): Attribution {
  const { catalogue, lessons, organisation } = surveyed;
  const sender = identify({ signature, ours, branch, catalogue, lessons, address, network, alone });
  const row = { ...surveyed, signature, sourceIp, sender, branch, network, ours };
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
  // Only now: anybody may send through a service's hosts, so a host name says nothing of whose mail it is.
  const named = namedByHost(sender, host, catalogue, organisation);
  const stream = streamOf({
    ...row,
    sender: named,
    streamClass: verdict.class,
    keyOfAddress: lessons.keyOfAddress(address),
  });
  return {
    stream,
    class: verdict.class,
    confidence: stream.provider === undefined ? verdict.confidence : Math.max(named.confidence, verdict.confidence / 2),
    classConfidence: verdict.confidence,
    evidence: named.evidence,
    ...common,
    ...(verdict.because === undefined ? {} : { because: verdict.because }),
  };
}

function signaturesBroken({ dkim }: Signature, ours: Ours): boolean {
  const own = dkim.filter(({ domain }) => ours(domain));
  return own.length > 0 && own.every(({ result }) => result === 'fail');
}
