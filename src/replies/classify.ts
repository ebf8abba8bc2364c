import { ownCopy } from '../core/own-copy.ts';
import type { Judgement, Refusal } from './class.ts';
import { clusterOf } from './cluster.ts';
import { withoutFrame } from './frames.ts';
import { inSession } from './in-session.ts';
import { judge } from './judge.ts';
import { recent } from './recent.ts';

/** Kinds of replies, not texts: a year of a large sender's logs has a few thousand. */
const CLUSTERS_REMEMBERED = 4_000;
/** Of one kind: codes and services differ by a few; the limit stops a source that makes up words. */
const REFUSALS_PER_CLUSTER = 32;

interface Judged {
  readonly refusal: Refusal;
  readonly judgement: Judgement;
}
const judged = recent<Judged[]>(CLUSTERS_REMEMBERED);

/**
 * What a refusal means: see `judge`, and `inSession` for what the place of it tells. It rests on the reply's cluster, so
 * replies that differ in addresses and ids only are judged alike, and once.
 */
export function classify(refusal: Refusal): Judgement {
  const cluster = refusal.diagnostic === undefined ? '' : clusterOf(refusal.diagnostic);
  const alike = judged.get(cluster) ?? judged.set(cluster, []);
  for (const known of alike) if (isAsked(known.refusal, refusal)) return known.judgement;
  const judgement = inSession(cluster, judge(refusal, withoutFrame(cluster)));
  if (alike.length >= REFUSALS_PER_CLUSTER) alike.length = 0;
  const { code, enhancedCode, mailboxProvider, espClass, permanent } = refusal;
  alike.push({
    refusal: {
      ...(code !== undefined && { code }),
      ...(enhancedCode !== undefined && { enhancedCode: ownCopy(enhancedCode) }),
      ...(mailboxProvider !== undefined && { mailboxProvider }),
      ...(espClass !== undefined && { espClass: ownCopy(espClass) }),
      ...(permanent !== undefined && { permanent }),
    },
    judgement,
  });
  return judgement;
}

/** All but the text. */
const isAsked = (one: Refusal, other: Refusal): boolean =>
  one.code === other.code &&
  one.enhancedCode === other.enhancedCode &&
  one.mailboxProvider === other.mailboxProvider &&
  one.espClass === other.espClass &&
  one.permanent === other.permanent;
