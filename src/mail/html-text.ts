/** Elements whose content nobody sees. */
const HIDDEN: ReadonlySet<string> = new Set(['style', 'script', 'title']);
/** Elements that begin a line, or end one. */
const BREAKS: ReadonlySet<string> = new Set('br p div tr li table pre hr h1 h2 h3 h4 h5 h6 blockquote'.split(' '));
/** Cells, which stand side by side. */
const CELLS: ReadonlySet<string> = new Set(['td', 'th', 'dt', 'dd']);
const TAG = /<(?:(\/?)([a-z][a-z\d]{0,20})|!--|[!?])/iy;
/** An address in brackets that some forget to write as `&lt;…&gt;`. */
const BARE_ADDRESS = /<[^<>\s@]{1,128}@[^<>\s]{1,255}>/y;
const NAMED: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  szlig: 'ß',
  eacute: 'é',
  egrave: 'è',
  agrave: 'à',
};
const REFERENCE = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi;

/**
 * What somebody reads who sees an HTML mail, as far as lines go. In one pass: what is never closed hides the rest, as it
 * does in a browser, or a mail of nothing but `<!--` took hours.
 */
export function textOfHtml(html: string): string {
  // Of ASCII only: `İ` grows when it is written small.
  const lower = html.replaceAll(/[A-Z]+/g, (letters) => letters.toLowerCase());
  let text = '';
  let at = 0;
  let preformatted = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    const run = html.slice(at, open === -1 ? html.length : open);
    text += preformatted > 0 ? run : run.replaceAll(/[\t\n\r ]+/g, ' ');
    if (open === -1) break;
    BARE_ADDRESS.lastIndex = open;
    const [address] = BARE_ADDRESS.exec(html) ?? [];
    if (address !== undefined) {
      text += address;
      at = open + address.length;
      continue;
    }
    TAG.lastIndex = open;
    const tag = TAG.exec(html);
    if (tag === null) {
      text += '<';
      at = open + 1;
      continue;
    }
    const name = (tag[2] ?? '').toLowerCase();
    const opens = tag[1] !== '/';
    const hides = opens && HIDDEN.has(name);
    const end = tag[0] === '<!--' ? '-->' : hides ? `</${name}` : '>';
    const close = lower.indexOf(end, TAG.lastIndex);
    if (close === -1) break;
    // The tag that ends what is hidden is read as any other.
    at = hides ? close : close + end.length;
    if (name === 'pre') preformatted = Math.max(0, preformatted + (opens ? 1 : -1));
    if (opens && CELLS.has(name)) text += ' ';
    if (!BREAKS.has(name)) continue;
    text += '\n';
    // A line break of the source behind one of the page is the same one.
    at += /^\r?\n/.exec(html.slice(at, at + 2))?.[0].length ?? 0;
  }
  return text.replaceAll(REFERENCE, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return named(name) ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole;
  });
}

/** `&Auml;` is the capital of `&auml;`. */
function named(name: string): string | undefined {
  const text = NAMED[name.toLowerCase()];
  return /^[A-Z][a-z]/.test(name) ? text?.toUpperCase() : text;
}
