/**
 * Mail addresses in the forms that links, return paths and headers pack them in: base64 of both alphabets (RFC 4648 §4, §5),
 * hexadecimal, words of RFC 2047. They stand in plain in what is returned, between angle brackets.
 */
export function withPlainAddresses(text: string): string {
  return text
    .replaceAll(ENCODED_WORD, (word, quoted: string) => plainIn(quotedText(quoted), word))
    .replaceAll(BASE64, (run) => (SIGN_IN_BASE64.test(run) ? plainBase64(run) : run))
    .replaceAll(HEXADECIMAL, (run) => (run.includes('40') ? plainIn(Buffer.from(run, 'hex').toString(), run) : run));
}

/** The shortest address is `a@b.io`; what is longer than any token is looked at no further. */
const BASE64 = /[\w+/-]{12,4096}={0,2}/g;
const HEXADECIMAL = /(?<![\da-f])(?:[\da-f]{2}){8,2048}(?![\da-f])/gi;
const ENCODED_WORD = /=\?[\w-]{1,40}\?q\?([^?\s]{1,400})\?=/gi;
const QUOTED_OCTET = /=([\da-f]{2})/gi;
/** How `@` looks at each of the three places in a group: most runs are spared to be decoded. */
const SIGN_IN_BASE64 = /Q[A-P]|[EUk0][A-D]|[BFJNRVZdhlptx159]A/;
/** A run may begin with a piece of a path, and a group anywhere. */
const PATH = /^(?:[\da-z-]{0,12}\/)+/;
const GROUP = 4;
const ADDRESS = /[\p{L}\p{N}.!#$%&'*+=?^_{|}~-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,8}[\p{L}]{2,}/u;

function plainBase64(run: string): string {
  for (let begin = 0; begin < GROUP; begin += 1) {
    const plain = plainIn(Buffer.from(run.slice(begin), 'base64').toString(), '');
    if (plain !== '') return `${PATH.exec(run)?.[0] ?? ''}${plain}`;
  }
  return run;
}

/** Whatever else was packed with it is left out: it may be a name. */
function plainIn(decoded: string, otherwise: string): string {
  const [address] = ADDRESS.exec(decoded) ?? [];
  return address === undefined ? otherwise : `<${address}>`;
}

const quotedText = (text: string): string =>
  Buffer.from(
    text.replaceAll(QUOTED_OCTET, (_, octet: string) => String.fromCodePoint(Number.parseInt(octet, 16))),
    'latin1',
  ).toString();
