import { domainToASCII } from 'node:url';

const LABEL_OCTETS = 63; // RFC 1035 §2.3.4
const NAME_OCTETS = 253; // 255 on the wire, less the first length octet and the root label

/**
 * A name as it stands in a question: lower case, without the final dot, U-labels turned into A-labels (RFC 5891)
 * with the full stops of their scripts between them (RFC 3490 §3.1),
 * everything else left as it is: a label may hold any octet (RFC 2181 §11), and SPF macros do produce blanks and `%`.
 * Undefined where it cannot be a name: an empty label, a label over 63 octets, a name over 255.
 */
export function questionName(name: string): string | undefined {
  const dotted = name.replaceAll(/[\u3002\uFF0E\uFF61]/g, '.');
  const bare = dotted.endsWith('.') ? dotted.slice(0, -1) : dotted;
  if (bare === '') return '';
  const labels = bare.split('.').map((label) => asciiLabel(label));
  if (labels.some((label) => label.length === 0 || label.length > LABEL_OCTETS)) return undefined;
  const ascii = labels.join('.');
  return ascii.length > NAME_OCTETS ? undefined : ascii;
}

function asciiLabel(label: string): string {
  // oxlint-disable-next-line no-control-regex -- everything beyond ASCII is what needs IDNA
  if (/^[\x00-\x7F]*$/.test(label)) return label.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
  const ascii = domainToASCII(label.normalize('NFC'));
  // It reads a URL's host, where `²` becomes the address 0.0.0.2: no label of a name has a dot in it.
  return ascii.includes('.') ? '' : ascii;
}
