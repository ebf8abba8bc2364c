import { access, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { UserError } from '../../core/errors.ts';
import { systemFault } from '../../core/system-fault.ts';
import { parseMasterFile } from './master-file.ts';
import { parseOctodns } from './octodns.ts';
import { includesOf, readZoneFile, zoneOfFileName } from './files.ts';
import { zoneFilesIn } from './folder.ts';
import { mergedZones } from './merge.ts';
import type { ZoneData } from './merge.ts';
import { looksLikeJson, MAKE_JSON, readPlannedJson } from './planned-json.ts';
import type { PlannedJson } from './planned-json.ts';
import type { FileProblem, ZoneText } from './text.ts';

export type { ZoneData } from './merge.ts';

const YAML_NAME = /\.ya?ml$/i;
const JSON_NAME = /\.json$/i;
const KINDS =
  'give a master file (BIND), an octoDNS YAML file, a Terraform plan or the zones of DNSControl as JSON, or a folder of them';

interface Loaded {
  readonly file: string;
  readonly text: ZoneText;
}

/**
 * Zone files and folders of them as one set of zones: master files, octoDNS YAML by name or content, Terraform plans and
 * DNSControl's zones by content. Throws a UserError where a path is missing, unreadable or too large, or holds nothing
 * to use.
 */
export async function loadZones(
  paths: readonly string[],
  {
    origin,
  }: {
    /** The zone of a single file that does not say so, neither inside nor by its name. */ readonly origin?: string;
  } = {},
): Promise<ZoneData> {
  const loaded: Loaded[] = [];
  const problems: FileProblem[] = [];
  for (const path of paths) {
    const found = (await isFolder(path)) ? await loadFolder(path, problems) : await loadFile(path, origin);
    const usable = found.filter(({ text }) => isUsable(text));
    if (!usable.some(({ text }) => saysSomething(text)))
      throw nothingIn(path, [...problems, ...found.flatMap(({ text }) => text.problems)]);
    loaded.push(...usable);
    problems.push(...found.filter((one) => !usable.includes(one)).flatMap(({ text }) => text.problems));
  }
  return mergedZones(loaded, problems);
}

const isUsable = ({ names, apexes, removed = [] }: ZoneText): boolean =>
  names.length + apexes.length + removed.length > 0;

/** Prose and logs have lines that pass for broken records: a text without a single one that can be read is no zone. */
const saysSomething = ({ records, apexes, skipped, removed = [], piecemeal = false, opaque }: ZoneText): boolean =>
  records.length + apexes.length + skipped + removed.length + (piecemeal ? opaque.length : 0) > 0;

function nothingIn(path: string, problems: readonly FileProblem[]): UserError {
  const first = problems[0];
  const why = first === undefined ? 'no record was found' : `${first.file} line ${first.line}: ${first.message}`;
  return new UserError(`${path} holds no zone`, why, JSON_NAME.test(path) ? MAKE_JSON : KINDS);
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    throw new UserError(`cannot read ${path}`, systemFault(error));
  }
}

async function loadFile(path: string, fallback: string | undefined): Promise<readonly Loaded[]> {
  const read = await readTexts(path, fallback);
  if ('texts' in read) return read.texts.map((text) => ({ file: path, text }));
  const { line, message } = read.refused;
  throw new UserError(`${path} holds no zone`, `line ${line}: ${message}`, MAKE_JSON);
}

/** One file of a folder: JSON of another kind is not meant, and what is broken keeps nobody from reading the rest. */
async function loadOneOf(path: string, problems: FileProblem[]): Promise<readonly Loaded[]> {
  const read = await readTexts(path, undefined);
  if ('texts' in read) return read.texts.map((text) => ({ file: path, text }));
  if (read.isBroken) problems.push(read.refused);
  return [];
}

async function readTexts(path: string, fallback: string | undefined): Promise<PlannedJson> {
  const body = await readZoneFile(path);
  if (isJson(path, body)) return readPlannedJson(body, await jsonOptions(path));
  return { texts: [await parsed(path, body, fallback)] };
}

/** YAML may be written like JSON, and octoDNS reads it. */
const isJson = (path: string, text: string): boolean =>
  !YAML_NAME.test(path) && (JSON_NAME.test(path) || looksLikeJson(text));

/** DNSControl's representation lies where its configuration lies, and remembers the lines of that. */
async function jsonOptions(file: string): Promise<{ readonly file: string; readonly source?: string }> {
  const source = join(dirname(file), 'dnsconfig.js');
  const isThere = await access(source).then(
    () => true,
    () => false,
  );
  return { file, ...(isThere ? { source } : {}) };
}

async function parsed(path: string, text: string, fallback: string | undefined): Promise<ZoneText> {
  const origin = zoneOfFileName(path) ?? fallback;
  if (YAML_NAME.test(path) || looksLikeYaml(text)) {
    if (origin !== undefined) return parseOctodns(text, { file: path, origin });
    const message = 'the name of an octoDNS file is its zone (example.com.yaml), and this one is none';
    return { ...parseMasterFile('', { file: path }), problems: [{ file: path, line: 1, message }] };
  }
  const include = includesOf(path);
  return parseMasterFile(text, { file: path, include, ...(origin === undefined ? {} : { origin }) });
}

/** The first line that says anything is a document mark or a mapping key without a value. */
function looksLikeYaml(text: string): boolean {
  const head = text.slice(0, 65_536).split('\n');
  const first = head.find((line) => /^[^#\s]/.test(line.replace('\uFEFF', '')));
  return first !== undefined && /^\uFEFF?(?:---|(?:[\w*.-]+|'[^']*'|"[^"]*"):)\s*$/.test(first);
}

async function loadFolder(folder: string, problems: FileProblem[]): Promise<readonly Loaded[]> {
  const loaded: Loaded[] = [];
  for (const path of await zoneFilesIn(folder, problems)) loaded.push(...(await loadOneOf(path, problems)));
  // A file that another one includes is part of that one
  const included = new Set(loaded.flatMap(({ text }) => text.included.map((file) => resolve(file))));
  return loaded.filter(({ file }) => !included.has(resolve(file)));
}
