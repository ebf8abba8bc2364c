import { SaxesParser } from 'saxes';
import type { Parsed, Problem } from '../core/facts.ts';
import { attributeFaults, elementFaults, metadataFaults, type SvgContentCode } from './svg-tiny-ps/content.ts';
import { rootFaults, titleFaults, viewBoxOf, type SvgRootCode } from './svg-tiny-ps/root.ts';
import { SVG_NAMESPACE, type SvgFault, type SvgTag } from './svg-tiny-ps/tag.ts';

/** An SVG text as BIMI sees it: the profile SVG Tiny Portable/Secure (draft-svg-tiny-ps-abrotman). */
export interface SvgTinyPs {
  /** Text of the title below the root; absent where there is none. */
  readonly title?: string;
  /** Width and height of the root's `viewBox`, where it can be read. */
  readonly viewBox?: { readonly width: number; readonly height: number };
}

export type SvgCode =
  | SvgRootCode
  | SvgContentCode
  /** It is no well-formed XML; nothing behind the fault is judged. */
  | 'malformed'
  /** A DOCTYPE, which can declare entities and name files elsewhere. */
  | 'doctype';

export type SvgProblem = Problem<SvgCode>;
export type ParsedSvg = Parsed<SvgTinyPs, SvgCode>;

/** Problems of one text: a file of a megabyte can hold a hundred thousand, and nobody reads them. */
const MOST_PROBLEMS = 1000;
/** Elements inside one another. Finding a namespace walks up through all of them: 300,000 take hours. */
const DEEPEST = 100;

/** Ends the reading: what comes is no longer worth it. */
class Stop extends Error {}

/** Judges a text. Entities are never expanded, and nothing is fetched. */
export function readSvgTinyPs(text: string): ParsedSvg {
  const problems: SvgProblem[] = [];
  const parser = new SaxesParser({ xmlns: true, position: true });
  let depth = 0;
  /** Depth of a `metadata` element: what is in it may be of nearly any kind, for nobody draws it. */
  let metadata = Infinity;
  let root: { readonly tag: SvgTag; readonly at: readonly [number, number] } | undefined;
  let title: string | undefined;
  let inTitle = false;

  /** From the last `<` to here: an attribute's value cannot hold one. */
  const here = (): readonly [number, number] => {
    const end = Math.min(parser.position, text.length);
    return [Math.max(text.lastIndexOf('<', end - 1), 0), end];
  };
  const add = (faults: readonly SvgFault<SvgCode>[], at?: readonly [number, number]): void => {
    if (faults.length === 0) return;
    const [start, end] = at ?? here();
    for (const fault of faults) problems.push({ ...fault, start, end });
    if (problems.length >= MOST_PROBLEMS) throw new Stop();
  };
  const giveUp = (message: string): never => {
    const end = Math.min(parser.position, text.length);
    add([{ code: 'malformed', message }], [Math.max(end - 1, 0), end]);
    throw new Stop();
  };

  parser.on('error', ({ message }) => {
    const [, line = '?', what = message] = /^(\d+):\d+: (.*)$/s.exec(message) ?? [];
    giveUp(`The file is no well-formed XML at line ${line}: ${what.replace(/\.$/, '')}`);
  });
  parser.on('doctype', () => add([{ code: 'doctype', message: 'There is a DOCTYPE' }]));
  parser.on('processinginstruction', ({ target }) => {
    if (target === 'xml-stylesheet') add([{ code: 'style', message: 'There is a style sheet' }]);
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > DEEPEST) giveUp(`The elements are nested more than ${DEEPEST} deep`);
    if (depth > metadata) {
      add(metadataFaults(tag));
      return;
    }
    if (depth === 1) {
      root = { tag, at: here() };
      const faults = rootFaults(tag);
      add(faults);
      // What is below another root is judged by other rules.
      if (faults.some(({ code }) => code === 'root')) throw new Stop();
    } else add(elementFaults(tag));
    add(attributeFaults(tag));
    const isSvg = tag.uri === SVG_NAMESPACE;
    inTitle = isSvg && depth === 2 && tag.local === 'title' && title === undefined;
    if (inTitle) title = '';
    if (isSvg && tag.local === 'metadata') metadata = depth;
  });
  parser.on('closetag', () => {
    if (depth <= metadata) metadata = Infinity;
    depth -= 1;
    if (depth < 2) inTitle = false;
  });
  const read = (piece: string): void => {
    if (inTitle) title = (title ?? '') + piece;
  };
  parser.on('text', read);
  parser.on('cdata', read);

  try {
    parser.write(text).close();
    if (root !== undefined) add(titleFaults(title), root.at);
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
  }
  const viewBox = root === undefined ? undefined : viewBoxOf(root.tag);
  return {
    value: { ...(title === undefined ? {} : { title: title.trim() }), ...(viewBox === undefined ? {} : { viewBox }) },
    problems: problems.toSorted((one, other) => one.start - other.start || one.end - other.end),
  };
}
