import { generate, MOST_GENERATED } from './generate.ts';
import { entriesOf } from './master-lexer.ts';
import type { Entry, Token } from './master-lexer.ts';
import type { Rr } from '../net.ts';
import { readName, readTtl, shown } from './presentation.ts';
import { questionName } from '../question-name.ts';
import { readRecordLine } from './record-line.ts';
import type { RecordLine } from './record-line.ts';
import { isAddressAlias, makesNoName } from './record-types.ts';
import { problemList } from './text.ts';
import type { Opaque, ZoneText } from './text.ts';

export { printRr } from './rdata-print.ts';

/** Another file's text, and the name it is known by; or why it is not read. */
export type Included = { readonly file: string; readonly text: string } | { readonly error: string };

export interface MasterFileOptions {
  /** What the text is called in places and problems. */
  readonly file: string;
  /** The zone, unless $ORIGIN says otherwise. */
  readonly origin?: string;
  /** The text of an $INCLUDE, named in the file `from`. Without it, $INCLUDE is a problem. */
  readonly include?: (path: string, from: string) => Included;
}

const DEFAULT_TTL = 3600;
/** Files within files, so that a chain of generated names ends. */
const DEEPEST_INCLUDE = 10;
/** Inclusions in all: ten files that each include the next ten times would be read 10^10 times. */
const MOST_INCLUDES = 1000;

/** What is in force where the reader stands. */
interface Scope {
  readonly file: string;
  readonly parents: readonly string[];
  origin: string | undefined;
  /** The owner a line without one repeats; UNREADABLE after one that could not be read, so nothing lands on another name. */
  owner: string | undefined;
}
const UNREADABLE = '..'; // no name: empty labels do not pass readName

/**
 * Records of a master file (RFC 1035 §5, RFC 2308 §4 for $TTL, RFC 3597 §5; $GENERATE as in BIND).
 * Never throws: what cannot be read is a problem with its line, and the rest goes on.
 */
export function parseMasterFile(text: string, options: MasterFileOptions): ZoneText {
  const problems = problemList();
  const notes = problemList();
  const records: Rr[] = [];
  const names = new Set<string>();
  const apexes = new Set<string>();
  const origins = new Set<string>();
  const opaque: Opaque[] = [];
  const included = new Set<string>();
  let skipped = 0;
  let defaultTtl: number | undefined;
  let lastTtl: number | undefined;
  let includes = 0;
  let generated = 0;
  let ttlAssumed = false;

  function readText(body: string, scope: Scope): void {
    for (const entry of entriesOf(body)) readEntry(entry, scope);
  }

  function readEntry(entry: Entry, scope: Scope): void {
    const { tokens, line } = entry;
    const complain = (message: string): void => problems.add(scope.file, line, message);
    if (entry.remark !== undefined) complain(entry.remark);
    const word = tokens[0]?.quoted === false ? tokens[0].text.toUpperCase() : '';
    if (entry.problem !== undefined) {
      complain(entry.problem);
      markUnreadable(entry, scope);
    } else if (word === '$ORIGIN') {
      const reading = readName(tokens[1]?.text ?? '', scope.origin);
      if (tokens.length !== 2) complain('$ORIGIN takes one name');
      else if ('problem' in reading) complain(`$ORIGIN cannot be read: ${reading.problem}`);
      else origins.add((scope.origin = reading.name));
    } else if (word === '$TTL') {
      const ttl = readTtl(tokens[1]?.text ?? '');
      if (ttl === undefined || tokens.length !== 2) complain(`${shown(tokens[1]?.text ?? '')} is no TTL`);
      else defaultTtl = ttl;
    } else if (word === '$INCLUDE') {
      readInclude(entry, scope, complain);
    } else if (word === '$GENERATE') {
      const lines = generate(tokens.slice(1), MOST_GENERATED - generated);
      if ('problem' in lines) return complain(lines.problem);
      generated += lines.lines.length;
      for (const generatedTokens of lines.lines)
        readRecordEntry({ ...entry, indented: false, tokens: generatedTokens }, scope);
    } else if (word.startsWith('$') && !entry.indented) {
      complain(`${shown(tokens[0]?.text ?? '')} is no directive known here`);
    } else {
      readRecordEntry(entry, scope);
    }
  }

  function readInclude({ tokens }: Entry, scope: Scope, complain: (message: string) => void): void {
    const path = tokens[1]?.text ?? '';
    const origin = tokens[2] === undefined ? undefined : readName(tokens[2].text, scope.origin);
    if (path === '' || tokens.length > 3) return complain('$INCLUDE takes a file and perhaps an origin');
    if (origin !== undefined && 'problem' in origin) return complain(`$INCLUDE cannot be read: ${origin.problem}`);
    if (scope.parents.length >= DEEPEST_INCLUDE) return complain(`$INCLUDE goes deeper than ${DEEPEST_INCLUDE} files`);
    if ((includes += 1) > MOST_INCLUDES) {
      if (includes === MOST_INCLUDES + 1) complain(`more than ${MOST_INCLUDES} files are included`);
      return;
    }
    const answer = options.include?.(path, scope.file) ?? { error: 'there are no other files here' };
    if ('error' in answer) return complain(`${shown(path)} cannot be included: ${answer.error}`);
    if (answer.file === scope.file || scope.parents.includes(answer.file)) {
      return complain(`${shown(path)} includes itself`);
    }
    included.add(answer.file);
    // Origin and owner are the including file's again afterwards (RFC 1035 §5.1)
    readText(answer.text, {
      file: answer.file,
      parents: [...scope.parents, scope.file],
      origin: origin?.name ?? scope.origin,
      owner: scope.owner,
    });
  }

  /** The owner of the line; undefined, and said, where there is none. `rest` are the tokens after it. */
  function ownerOf(
    entry: Entry,
    scope: Scope,
  ): { owner: string; rest: readonly Token[] } | { problem: string } | undefined {
    if (entry.indented) {
      if (scope.owner === UNREADABLE) return undefined;
      return scope.owner === undefined
        ? { problem: 'the line begins with a blank, and there is no owner before it to repeat' }
        : { owner: scope.owner, rest: entry.tokens };
    }
    scope.owner = UNREADABLE;
    const token = entry.tokens[0];
    if (token === undefined || token.quoted) return { problem: `${shown(token?.text ?? '')} is no owner name` };
    const reading = readName(token.text, scope.origin);
    if ('problem' in reading) return reading;
    if (reading.dotted) return { problem: `the owner ${shown(token.text)} has a dot in a label, and is passed over` };
    if (scope.origin !== undefined && !token.text.endsWith('.')) origins.add(scope.origin);
    scope.owner = reading.name;
    return { owner: reading.name, rest: entry.tokens.slice(1) };
  }

  function readRecordEntry(entry: Entry, scope: Scope): void {
    const owner = ownerOf(entry, scope);
    if (owner === undefined || 'problem' in owner) {
      problems.add(scope.file, entry.line, owner?.problem ?? 'the record belongs to an owner that could not be read');
      return;
    }
    const read = readRecordLine(owner.rest, scope.origin);
    if (read.kind === 'problem') return problems.add(scope.file, entry.line, read.problem);
    if (read.ttl !== undefined) lastTtl = read.ttl;
    if (read.kind === 'record') return keep(owner.owner, read, entry, scope);
    skipped += 1;
    const place = { file: scope.file, line: entry.line };
    if (!makesNoName(read.type)) names.add(owner.owner);
    if (isAddressAlias(read.type)) opaque.push({ kind: 'alias', name: owner.owner, types: ['A', 'AAAA'], place });
    if (read.type === 'DNAME') opaque.push({ kind: 'dname', name: owner.owner, types: [], place });
  }

  function keep(name: string, read: Extract<RecordLine, { kind: 'record' }>, { line }: Entry, { file }: Scope): void {
    const place = { file, line };
    names.add(name);
    if (read.type === 'SOA') apexes.add(name);
    for (const problem of read.rdata.problems) problems.add(file, line, problem);
    const { data } = read.rdata;
    if (data === undefined) {
      opaque.push({ kind: 'unreadable', name, types: [read.type], place });
      return;
    }
    // RFC 2308 §4 for $TTL, RFC 1035 §5.1 for the last one given; the SOA's minimum is what files before 1998 relied on
    if (data.type === 'SOA') lastTtl ??= data.minimum;
    const ttl = read.ttl ?? defaultTtl ?? lastTtl;
    if (ttl === undefined && !ttlAssumed) {
      ttlAssumed = true;
      notes.add(file, line, `no TTL is given here or before, ${DEFAULT_TTL} seconds are assumed`);
    }
    records.push({ name, ttl: ttl ?? DEFAULT_TTL, ...data, place });
  }

  /** A line that fell apart may still say whose it is: then that RRset is unknown, not absent. */
  function markUnreadable(entry: Entry, scope: Scope): void {
    const owner = ownerOf(entry, scope);
    if (owner === undefined || 'problem' in owner) return;
    names.add(owner.owner);
    const read = readRecordLine(owner.rest, scope.origin);
    if (read.kind !== 'record') return;
    if (read.type === 'SOA') apexes.add(owner.owner);
    const place = { file: scope.file, line: entry.line };
    opaque.push({ kind: 'unreadable', name: owner.owner, types: [read.type], place });
  }

  const origin = options.origin === undefined ? undefined : questionName(options.origin);
  readText(text, { file: options.file, parents: [], origin, owner: undefined });
  return {
    records,
    names: [...names],
    apexes: [...apexes],
    origins: [...origins],
    opaque,
    skipped,
    problems: problems.closed(),
    notes: notes.closed(),
    included: [...included],
  };
}
