const ENTITIES: Readonly<Record<string, string>> = {
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
/** An address in brackets that some forget to write as `&lt;…&gt;`. */
const BARE_ADDRESS = /<([^<>\s@]{1,128}@[^<>\s]{1,255})>/g;

/** A text without its markup, a line where a browser would begin one. */
export function plainHtml(html: string): string {
  return (
    withoutHidden(html)
      .replaceAll(BARE_ADDRESS, '&lt;$1&gt;')
      .replaceAll(/[\n\t ]{1,1000}/g, ' ')
      .replaceAll(/<(?:br|\/p|\/div|\/tr|\/li|\/h\d|\/pre|p|div|tr|table|hr)\b[^<>]{0,2000}>/gi, '\n')
      // Cells of a table stand side by side.
      .replaceAll(/<(?:td|th|dt|dd)\b[^<>]{0,2000}>/gi, ' ')
      .replaceAll(/<\/?[a-z!][^<>]{0,2000}>/gi, '')
      .replaceAll(/&(?:#(\d{1,6})|#x([\da-f]{1,5})|([a-z]{2,8}));/gi, entity)
      .replaceAll(/[ \u{A0}]{1,1000}\n[ \u{A0}]{0,1000}/gu, '\n')
      .replaceAll(/\n{3,1000}/g, '\n\n')
  );
}

function entity(whole: string, decimal?: string, hex?: string, name?: string): string {
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  if (code >= 0x20 && code <= 0x10ffff) return String.fromCodePoint(code);
  return ENTITIES[name?.toLowerCase() ?? ''] ?? whole;
}

/** Without what a browser does not show. */
function withoutHidden(html: string): string {
  const lower = html.toLowerCase();
  let shown = '';
  let at = 0;
  for (const { 1: name = '', index } of lower.matchAll(/<(style|script|title)\b/g)) {
    if (index < at) continue;
    const end = lower.indexOf(`</${name}`, index);
    // One that is never closed hides the rest.
    if (end === -1) return shown + html.slice(at, index);
    shown += html.slice(at, index);
    at = end;
  }
  return shown + html.slice(at);
}
