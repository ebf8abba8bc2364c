import { XMLParser } from 'fast-xml-parser';
import { isCharacter } from '../xml/characters.ts';
import { ownCopy } from '../../core/own-copy.ts';
import type { ReportBuilder } from './builder.ts';
import { ReportFault } from './fault.ts';
import { DEPTH_LIMIT } from './limits.ts';

const TEXT = '#text';
const CDATA = '#cdata';

/** Everything that could expand, convert or rename is off: what comes out is what stands there. */
const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: true,
  parseTagValue: false,
  trimValues: false,
  processEntities: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  textNodeName: TEXT,
  cdataPropName: CDATA,
  maxNestedTags: DEPTH_LIMIT,
});

type Node = Readonly<Record<string, unknown>>;

/**
 * Parses one segment of a document that is not well-formed. What it returns hands the segment to a report.
 * Throws where even loose reading finds no sense in it.
 */
export function parsedLoosely(
  segment: string,
  entities?: ReadonlyMap<string, string>,
): (builder: ReportBuilder) => void {
  // A document type within a record is an attack; the strict parser refuses it there, too.
  if (/<!(?:DOCTYPE|ENTITY)/i.test(segment)) throw new ReportFault('it holds a document type declaration');
  const nodes = parser.parse(withoutStrayBrackets(segment)) as readonly Node[];
  return (builder) => walk(nodes, builder, entities);
}

const STRAY_BRACKET = /<!\[CDATA\[[^]*?\]\]>|<(?!\/?[\p{L}_:][\p{L}\p{N}_:.-]*[\s/>]|[!?])/gu;

/** A < that begins no tag, as in `1 < 2` and `<id@host>`, is text: taken for a tag it would swallow what follows. */
const withoutStrayBrackets = (segment: string): string =>
  segment.replaceAll(STRAY_BRACKET, (found) => (found === '<' ? '&lt;' : found));

function walk(nodes: readonly Node[], builder: ReportBuilder, entities: ReadonlyMap<string, string> | undefined): void {
  for (const node of nodes) {
    for (const [tag, content] of Object.entries(node)) {
      if (typeof content === 'string')
        builder.text(tag === TEXT ? ownCopy(characters(withoutReferences(content, entities))) : '');
      else if (tag === CDATA) builder.text(ownCopy(cdataOf(content)));
      else if (Array.isArray(content)) {
        builder.openLoosely(tag);
        const level = builder.depth();
        walk(content as readonly Node[], builder, entities);
        while (builder.depth() >= level) builder.close();
      }
    }
  }
}

/** Without what is no character of XML (§2.2), and of which a name or an address has none. */
// oxlint-disable-next-line no-control-regex -- these it is about
const characters = (text: string): string => text.replaceAll(/[\0-\x08\x0B\x0C\x0E-\x1F]/g, '');

/** A CDATA section is a node with one text in it, which holds no references. */
function cdataOf(content: unknown): string {
  const text: unknown = Array.isArray(content) ? (content as readonly Node[])[0]?.[TEXT] : undefined;
  return typeof text === 'string' ? text : '';
}

const NAMED: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** The five names of XML, numbers, and what the document declares; every other `&` stands for itself. */
export function withoutReferences(text: string, entities?: ReadonlyMap<string, string>): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z_][\w.-]{0,63}));/gi,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return NAMED.get(name.toLowerCase()) ?? entities?.get(name) ?? whole;
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      return isCharacter(code) ? String.fromCodePoint(code) : whole;
    },
  );
}
