import {
  DMARC_TAGS,
  HISTORIC_DMARC_TAGS,
  type DmarcProblem,
  type DmarcRecord,
  type DmarcTag,
  type ParsedDmarc,
} from './record.ts';
import {
  oneOf,
  readFailureOptions,
  readFormats,
  readInterval,
  readPercentage,
  readPolicy,
  readUris,
  type Reading,
} from './values.ts';
import { isDmarcVersion } from './version.ts';
import { closest } from '../edit-distance.ts';
import { inOrder, parseTagList, quote, type Tag } from '../tag-list.ts';
import type { ReportUri } from '../uri.ts';

const KNOWN: readonly DmarcTag[] = [...DMARC_TAGS, ...HISTORIC_DMARC_TAGS];

/**
 * Reads a DMARC policy record (RFC 9989 §4.7, §4.8): the TXT strings joined without anything between them.
 * A tag given twice with different values counts as invalid, for nobody can say which one a receiver takes.
 */
export function parseDmarc(text: string): ParsedDmarc {
  const list = parseTagList(text, { known: KNOWN, ignoreCase: true });
  const tags = list.value;
  const version = isDmarcVersion(text);
  const problems: (readonly DmarcProblem[])[] = [list.problems, tags.flatMap((tag) => nameProblems(tag))];
  if (!version) problems.push([versionProblem(text, tags)]);

  const invalid = new Set<DmarcTag>();
  const read = <T>(name: DmarcTag, reader: (tag: Tag) => Reading<T>): T | undefined => {
    const named = tagsNamed(tags, name);
    const readings = named.map((tag) => reader(tag));
    problems.push(readings.flatMap((reading) => reading.problems));
    const contradictory = new Set(named.map(({ value }) => value.toLowerCase())).size > 1;
    if (!contradictory && readings.every(({ value }) => value !== undefined)) return readings[0]?.value;
    invalid.add(name);
    return undefined;
  };
  const uris = (name: 'rua' | 'ruf'): ReportUri[] => {
    const readings = tagsNamed(tags, name).map((tag) => readUris(tag));
    problems.push(readings.flatMap((reading) => reading.problems));
    const all = readings.flatMap((reading) => reading.all);
    if (readings.length > 0 && !all.some(({ valid }) => valid)) invalid.add(name);
    return all;
  };

  const rua = uris('rua');
  const ruf = uris('ruf');
  const fixed = {
    adkim: read('adkim', oneOf('r', 's')) ?? 'r',
    aspf: read('aspf', oneOf('r', 's')) ?? 'r',
    fo: read('fo', readFailureOptions) ?? ['0' as const],
    psd: read('psd', oneOf('y', 'n', 'u')) ?? 'u',
    testing: read('t', oneOf('y', 'n')) === 'y',
  };
  const optional = {
    p: read('p', readPolicy),
    sp: read('sp', readPolicy),
    np: read('np', readPolicy),
    pct: read('pct', readPercentage),
    rf: read('rf', readFormats),
    ri: read('ri', readInterval),
  };
  const value: DmarcRecord = {
    text,
    version,
    tags,
    ...(Object.fromEntries(Object.entries(optional).filter(([, one]) => one !== undefined)) as Partial<
      typeof optional
    >),
    ...fixed,
    rua,
    ruf,
    unknown: tags
      .filter(({ name }) => knownName(name) === undefined)
      .map((tag) => ({ ...tag, ...suggestion(tag.name) })),
    given: KNOWN.filter((name) => tagsNamed(tags, name).length > 0),
    invalid: KNOWN.filter((name) => invalid.has(name)),
  };
  problems.push(recordProblems(value));
  return { value, problems: inOrder(withoutConsequences(problems.flat())) };
}

const knownName = (name: string): DmarcTag | undefined => KNOWN.find((known) => known === name.toLowerCase());
const tagsNamed = (tags: readonly Tag[], name: DmarcTag): Tag[] => tags.filter((tag) => knownName(tag.name) === name);

/** Words people write for a tag, besides mistypings of one. */
const MEANT: ReadonlyMap<string, DmarcTag> = new Map<string, DmarcTag>([
  ['policy', 'p'],
  ['subpolicy', 'sp'],
  ['testing', 't'],
  ['version', 'v'],
]);

function suggestion(name: string): { suggestion?: DmarcTag } {
  // One-letter tags are one keystroke from everything, so they are never guessed.
  const candidates = KNOWN.filter((known) => known.length > 1);
  const meant =
    MEANT.get(name.toLowerCase()) ?? (name.length > 1 ? closest(name, candidates, name.length > 3 ? 2 : 1) : undefined);
  return meant === undefined ? {} : { suggestion: meant };
}

function nameProblems(tag: Tag): DmarcProblem[] {
  const known = knownName(tag.name);
  if (known === undefined) {
    // A name no tag can have has been reported as such.
    if (!/^[A-Za-z][A-Za-z0-9_]*$/.test(tag.name)) return [];
    const { suggestion: meant } = suggestion(tag.name);
    const message = `There is no tag ${quote(tag.name)}${meant === undefined ? '' : `; ${quote(meant)} may be meant`}`;
    return [
      {
        code: 'unknown-tag',
        message,
        ...tag.nameAt,
        tag: tag.name.toLowerCase(),
        ...(meant === undefined ? {} : { replacement: meant }),
      },
    ];
  }
  const problems: DmarcProblem[] = [];
  if (tag.name !== known) {
    const message = `${quote(tag.name)} is to be written in lower case, and not every receiver reads it`;
    problems.push({ code: 'tag-case', message, ...tag.nameAt, tag: known, replacement: known });
  }
  if (HISTORIC_DMARC_TAGS.some((historic) => historic === known)) {
    const message = `${quote(`${tag.name}=${tag.value}`)} is no part of DMARC any more`;
    problems.push({ code: 'historic-tag', message, start: tag.start, end: tag.end, tag: known });
  }
  return problems;
}

/** A lost semicolon explains the blank it left in a URI, and has the better correction of the two. */
function withoutConsequences(problems: readonly DmarcProblem[]): DmarcProblem[] {
  const lost = new Set(problems.flatMap(({ code, tag }) => (code === 'missing-separator' ? [tag] : [])));
  return problems.flatMap((problem) => {
    if (!lost.has(problem.tag) || problem.code === 'missing-separator') return [problem];
    const { replacement: _, ...rest } = problem;
    return problem.code === 'uri-blank' ? [] : [rest];
  });
}

function versionProblem(text: string, tags: readonly Tag[]): DmarcProblem {
  const message = `The record has to start with "v=DMARC1"; ${text === '' ? 'it is empty' : `it starts with ${quote(text.slice(0, 20))}`}`;
  const end = tags[0]?.end ?? text.length;
  return { code: 'version', message, start: 0, end, tag: 'v' };
}

function recordProblems({ text, tags, given, ruf }: DmarcRecord): DmarcProblem[] {
  const problems: DmarcProblem[] = [];
  if (!given.includes('p')) {
    problems.push({ code: 'missing-policy', message: 'There is no p= tag', start: 0, end: text.length, tag: 'p' });
  }
  const p = tagsNamed(tags, 'p')[0];
  if (p !== undefined && tags.indexOf(p) > 1) {
    const message = 'p= is not the second tag, as receivers that follow RFC 7489 expect';
    problems.push({ code: 'late-policy', message, start: p.start, end: p.end, tag: 'p' });
  }
  const fo = tagsNamed(tags, 'fo')[0];
  if (fo !== undefined && ruf.length === 0) {
    const message = `fo=${fo.value} is ignored, because there is no ruf=`;
    problems.push({ code: 'fo-without-ruf', message, start: fo.start, end: fo.end, tag: 'fo' });
  }
  return problems;
}
