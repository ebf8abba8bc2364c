/** An address as it stands in running text. Quoted local parts are rare, and real (RFC 5321 §4.1.2). */
const IN_TEXT =
  /(?:"[^"\s@]{1,64}"|[\p{L}\p{N}!#$%&'*+/=?^_`{|}~.-]{1,128})@(?:[\p{L}\p{N}_](?:[\p{L}\p{N}_-]{0,62})?\.){0,10}[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,62})/gu;
/** What text puts in front of an address and is none of it. */
const IN_FRONT = /^(?:mailto:|smtp:|rfc822;|'+|=+|\*+|\/+|-+(?=[^-@]*[a-z]))+/i;

/** Languages without blanks: `无法发送到anna@b.example`, `anna@b.exampleに`. A name that is all in their script stays. */
const GLUED_IN_FRONT = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}ー]{1,128}(?=[\w.+-]{1,128}@)/u;
const GLUED_BEHIND =
  /(?<=@[\x21-\x7e]{1,255}\.[a-z]{2,63})[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}].*$/iu;

/** All addresses in a text, as they stand, in order, each with its place. A StreetTalk name, `Anna@Sales@Example`, is none. */
export function addressesIn(text: string): { readonly address: string; readonly at: number; readonly end: number }[] {
  if (!text.includes('@')) return [];
  return Array.from(text.matchAll(IN_TEXT), ({ 0: raw, index }) => {
    const behind = GLUED_BEHIND.exec(raw)?.[0].length ?? 0;
    const whole = behind === 0 ? raw : raw.slice(0, -behind);
    const address = whole.replace(GLUED_IN_FRONT, '').replace(IN_FRONT, '').replace(/'+$/, '');
    const end = index + whole.length;
    return { address, at: end - address.length, end };
  }).filter(({ address, at, end }) => !address.startsWith('@') && text[end] !== '@' && text[at - 1] !== '@');
}

/** The address a field gives, whatever stands around it: `rfc822; a@b.example`, `<a@b.example> (Anna)`, `Anna <a@b.example>`. */
export function addressIn(value: string): string | undefined {
  const bare = value
    .replace(/^\s*[\w-]{1,20}\s*;\s*/, '')
    .replace(/^\s*(?:smtp|mailto):\s*/i, '')
    .trim();
  // What stands in brackets is the address, spaces and quotes included (RFC 5321 §4.1.2).
  const angle = /<\s*([^<>]{1,320}@[^<>\s]{1,255})\s*>/.exec(bare)?.[1];
  const routed = /^@[^:]{1,255}:(.+)$/.exec(angle ?? '')?.[1] ?? angle;
  if (routed !== undefined) return routed.trim();
  if (/^[^\s@<>()]{1,128}@[^\s@<>()]{1,255}$/.test(bare)) return bare.replace(/[.,;:]$/, '');
  const quoted = /^("[^"]{1,128}"@[^\s<>()]{1,255})$/.exec(bare)?.[1];
  return quoted ?? addressesIn(bare)[0]?.address;
}

export const sameAddress = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
