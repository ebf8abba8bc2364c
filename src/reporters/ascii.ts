/** Our own signs, for terminals that show nothing beyond ASCII; one for one, so that columns stay where they are. */
const SIGNS: Readonly<Record<string, string>> = {
  '├': '|',
  '└': '`',
  '│': '|',
  '─': '-',
  '●': '*',
  '◐': '+',
  '↻': '~',
  '✗': 'x',
  '✓': 'y',
  '·': '|',
  '–': '-',
  '→': '>',
  '›': '>',
  // As editors mark a line that goes on; ~ would be read as SPF's softfail.
  '…': '$',
  '’': "'",
  // From the foot of the line to its top.
  '▁': '_',
  '▂': ',',
  '▃': '-',
  '▄': '=',
  '▅': '+',
  '▆': '*',
  '▇': '%',
  '█': '#',
};
const SIGN = new RegExp(`[${Object.keys(SIGNS).join('')}]`, 'g');

/** The same text with our signs in ASCII; what came from outside stays what it is. */
export const asciiSigns = (text: string): string => text.replaceAll(SIGN, (sign) => SIGNS[sign] ?? sign);
