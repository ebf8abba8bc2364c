import type { Catalogue } from '../providers/catalogue.ts';
import type { Attribution } from './attribution.ts';
import type { Signature } from './signature.ts';

/** What would make rows like these pass DMARC, or why nothing should: sentences, the most useful first. */
export function remediesOf(
  { class: streamClass, pass, stream, why, dkimAligned }: Attribution,
  { headerFrom, dkim, spf }: Signature,
  catalogue: Catalogue,
): string[] {
  const codes = new Set(why.map(({ code }) => code));
  if (streamClass === 'forwarded') return pass ? [] : forwardedRemedies(dkim.some(({ domain }) => domain !== ''));
  if (streamClass === 'suspicious')
    return [`nothing should, unless it is yours: then say so in sendaudit.json, ${ruleFor({ headerFrom, dkim, spf })}`];
  if (pass)
    return dkimAligned
      ? []
      : ['it rests on SPF alone, which forwarding breaks: a signature of the From domain survives it'];
  const alignment = stream.provider === undefined ? undefined : catalogue.byId(stream.provider)?.alignment;
  return [
    ...(alignment === undefined ? [] : [alignment]),
    ...(codes.has('dkim-strict') || codes.has('spf-strict')
      ? [`relaxed alignment (adkim=r, aspf=r), or the exact name ${headerFrom} as d= or envelope-from`]
      : []),
    ...(codes.has('dkim-broken')
      ? ['find what changes the message after it is signed, or which key is published']
      : []),
    ...(codes.has('dkim-error') || codes.has('spf-error') ? ['DNS that answers: a lookup failed, not the mail'] : []),
    ...(alignment === undefined && (codes.has('dkim-none') || codes.has('dkim-unaligned'))
      ? [`a signature with d=${headerFrom}, its key published there`]
      : []),
    ...(alignment === undefined && codes.has('spf-unauthorised')
      ? ['the address in the SPF record of its envelope']
      : []),
    ...(alignment === undefined && (codes.has('spf-none') || codes.has('spf-unaligned'))
      ? [`an envelope-from below ${headerFrom} with an SPF record that lists the address`]
      : []),
  ];
}

const forwardedRemedies = (isSigned: boolean): string[] =>
  isSigned
    ? ['nothing at the sender: who re-sent it changed it, and only ARC, or a list that rewrites From, would help']
    : ['a signature at the sender: plain forwarding keeps it, and breaks SPF'];

/** The smallest rule that says whose rows like these are. */
function ruleFor({ headerFrom, dkim, spf }: Pick<Signature, 'headerFrom' | 'dkim' | 'spf'>): string {
  const signer = dkim.find(({ result, domain }) => result === 'pass' && domain !== '');
  const sender = spf.find(({ result, domain }) => result === 'pass' && domain !== '');
  const when =
    signer === undefined
      ? sender === undefined
        ? { headerFrom, ip: '…' }
        : { spf: sender.domain }
      : { dkim: `${signer.selector ?? '*'}@${signer.domain}` };
  return `"streams": [ { "name": "…", "when": ${JSON.stringify(when)} } ]`;
}
