import { onceFor } from '../core/once-for.ts';
import type { AlignmentMode } from '../protocols/dmarc.ts';
import type { Attribution } from '../streams/attribute.ts';
import type { Signature } from '../streams/signature.ts';
import type { Ground, Situation, Told } from './situation.ts';

/** A row, and whose it is. */
export interface Row {
  readonly signature: Signature;
  readonly attribution: Attribution;
  readonly sourceIp: string;
}

/** What DMARC makes of a row, by method. */
export interface Results {
  readonly dkim: Told;
  readonly spf: Told;
  readonly dmarc: 'pass' | 'fail' | 'unknown';
}

/** The DMARC result of a row in a situation (RFC 9989 §5.3). */
export function resultsOf(row: Row, situation: Situation, ground: Ground): Results {
  const dkim = dkimOf(row, situation, ground);
  const spf = spfOf(row, situation, ground);
  const dmarc = dkim === 'yes' || spf === 'yes' ? 'pass' : dkim === 'unknown' || spf === 'unknown' ? 'unknown' : 'fail';
  return { dkim, spf, dmarc };
}

/** What the authentication results of a row say of one method, and what the reporter says came of them. */
interface Reckoning {
  /** The reporter's own word, where it gives it. */
  readonly reported: boolean | undefined;
  readonly modes: { readonly now: AlignmentMode; readonly reported: AlignmentMode };
  /** Something aligned passes by the results; `unknown`: it may. */
  readonly passes: Told;
  /** Some result passed that is aligned under relaxed alignment: it explains a pass. */
  readonly explained: boolean;
  /** One of those was taken away, or may have been. */
  readonly touched: boolean;
  /** What passed without being listed was taken away. */
  readonly unlisted: Told;
  /** The report does not hold the results. */
  readonly bare: boolean;
}

function dkimOf({ signature, attribution }: Row, situation: Situation, ground: Ground): Told {
  const { headerFrom, dkim, spf, dkimAligned: reported } = signature;
  const modes = { now: situation.modesOf(headerFrom).dkim, reported: ground.reportedModes(headerFrom).dkim };
  const { withdrawal } = situation;
  if (reported !== undefined && withdrawal === undefined && modes.now === modes.reported)
    return reported ? 'yes' : 'no';
  let [passes, explained, touched]: [Told, boolean, boolean] = ['no', false, false];
  for (const result of dkim) {
    if (result.result !== 'pass' || !related(headerFrom, result.domain, ground)) continue;
    explained = true;
    const gone = withdrawal?.key(result, attribution) ?? 'no';
    if (gone !== 'no') touched = true;
    if (modes.now === 's' && result.domain !== headerFrom) continue;
    if (gone === 'no') passes = 'yes';
    else if (gone === 'unknown' && passes === 'no') passes = 'unknown';
  }
  const bare = dkim.length + spf.length === 0;
  const rests = { method: 'dkim', fromDomain: headerFrom, mode: modes.reported } as const;
  const unlisted = withdrawal?.unlisted(rests, attribution) ?? 'no';
  return concluded({ reported, modes, passes, explained, touched, unlisted, bare });
}

function spfOf({ signature, attribution, sourceIp }: Row, situation: Situation, ground: Ground): Told {
  const { headerFrom, spfAligned: reported } = signature;
  const modes = { now: situation.modesOf(headerFrom).spf, reported: ground.reportedModes(headerFrom).spf };
  const { withdrawal, spf } = situation;
  const envelopes = envelopesOf(signature);
  const isEvaluated = spf !== undefined && envelopes.some(({ domain }) => spf.concerns(domain));
  if (!isEvaluated && reported !== undefined && withdrawal === undefined && modes.now === modes.reported)
    return reported ? 'yes' : 'no';
  let [passes, explained, touched, byDns]: [Told, boolean, boolean, boolean] = ['no', false, false, false];
  for (const { domain, result } of envelopes) {
    if (!related(headerFrom, domain, ground)) continue;
    if (result === 'pass') explained = true;
    const verdict = spf?.concerns(domain) === true ? spf.of(domain, sourceIp) : undefined;
    if (verdict !== undefined) byDns = true;
    const gone = withdrawal?.envelope(domain, attribution) === true;
    if (gone) touched = true;
    if (gone || (modes.now === 's' && domain !== headerFrom)) continue;
    const told = verdict === undefined ? reportedPass(result) : passBy(verdict.result, result, spf);
    if (told === 'yes') passes = 'yes';
    else if (told === 'unknown' && passes === 'no') passes = 'unknown';
  }
  // Our own evaluation needs nobody's word for it.
  if (byDns) return passes;
  const bare = signature.spf.length === 0;
  const rests = { method: 'spf', fromDomain: headerFrom, mode: modes.reported } as const;
  const unlisted = withdrawal?.unlisted(rests, attribution) ?? 'no';
  return concluded({ reported, modes, passes, explained, touched, unlisted, bare });
}

const reportedPass = (result: string | undefined): Told => (result === 'pass' ? 'yes' : 'no');

function passBy(verdict: string, reported: string | undefined, spf: Situation['spf']): Told {
  if (verdict === 'pass') return 'yes';
  if (verdict !== 'unknown') return 'no';
  return spf?.trustsReports === true && reported !== undefined ? reportedPass(reported) : 'unknown';
}

/**
 * Puts the two together. A pass that no result explains is taken on trust as long as nothing it may rest on is taken away
 * or made stricter; a fail stays one, but where strict alignment may have been its reason and is no more.
 */
function concluded({ reported, modes, passes, explained, touched, unlisted, bare }: Reckoning): Told {
  if (reported === false) {
    if (modes.reported === 'r' || modes.now === 's') return 'no';
    return bare ? 'unknown' : passes;
  }
  if (passes !== 'no') return passes;
  if (reported === undefined) return bare ? 'unknown' : 'no';
  const stricter = modes.now === 's' && modes.reported === 'r';
  if (explained) return touched || stricter ? 'no' : 'yes';
  if (unlisted === 'yes') return 'no';
  return unlisted === 'unknown' || stricter ? 'unknown' : 'yes';
}

/** Relaxed alignment (RFC 9989 §4.4). */
const related = (headerFrom: string, domain: string, { organisation }: Ground): boolean =>
  domain !== '' && (domain === headerFrom || organisation(domain) === organisation(headerFrom));

/**
 * What DMARC looks at in SPF: the envelope domains with their results, and not the HELO name (RFC 9989 §4.4.2). A bounce has
 * no envelope-from, and the HELO name stands in for it (RFC 7208 §2.4): where the reporter says that SPF aligned, it did so.
 * A signature has few, and hundreds of thousands of rows ask for them several times each.
 */
export const envelopesOf = onceFor(({ spf, spfAligned, envelopeFrom }: Signature): readonly Envelope[] => {
  const ofEnvelope = spf.filter(({ scope }) => scope !== 'helo');
  const isBounce = ofEnvelope.length === 0 && envelopeFrom === undefined && spfAligned === true;
  const found =
    spf.length === 0
      ? [{ domain: envelopeFrom ?? '' }]
      : (isBounce ? spf : ofEnvelope).map(({ domain, result }) => ({
          domain: domain === '' ? (envelopeFrom ?? '') : domain,
          result,
        }));
  return found.filter(({ domain }) => domain !== '');
});

export interface Envelope {
  readonly domain: string;
  /** The reporter's word; absent where it leaves SPF out. */
  readonly result?: string;
}
