import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { UserError } from '../../core/errors.ts';
import { systemFault } from '../../core/system-fault.ts';
import { parseMasterFile } from './master-file.ts';
import { parseOctodns } from './octodns.ts';
import { includesOf, liesIn, readHead, readZoneFile, zoneOfFileName } from './files.ts';
import { mergedZones } from './merge.ts';
import type { ZoneData } from './merge.ts';
import type { FileProblem, ZoneText } from './text.ts';

export type { ZoneData } from './merge.ts';

/** Files of one folder; more is somebody's home directory. */
const MOST_FILES = 20_000;

const ZONE_NAME = /\.(?:zone|db|signed)$|^db\./i;
const YAML_NAME = /\.ya?ml$/i;
const NO_ZONE_NAME = /^[.#]|~$|\.(?:bak|orig|old|swp|jnl|jbk|md|json|key|private|conf|sh|py|tf|j2)$/i;

interface Loaded {
  readonly file: string;
  readonly text: ZoneText;
}

/**
 * Zone files and folders of them as one set of zones: master files, and octoDNS YAML by name or content.
 * Throws a UserError where a path is missing, unreadable or too large, or holds nothing to use.
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
    const found = (await isFolder(path)) ? await loadFolder(path, problems) : [await loadFile(path, origin)];
    const usable = found.filter(({ text }) => text.names.length > 0 || text.apexes.length > 0);
    if (!usable.some(({ text }) => saysSomething(text)))
      throw nothingIn(path, [...problems, ...found.flatMap(({ text }) => text.problems)]);
    loaded.push(...usable);
    problems.push(...found.filter((one) => !usable.includes(one)).flatMap(({ text }) => text.problems));
  }
  return mergedZones(loaded, problems);
}

/** Prose and logs have lines that pass for broken records: a text without a single one that can be read is no zone. */
const saysSomething = ({ records, apexes, skipped }: ZoneText): boolean => records.length + apexes.length + skipped > 0;

function nothingIn(path: string, problems: readonly FileProblem[]): UserError {
  const first = problems[0];
  const why = first === undefined ? 'no record was found' : `${first.file} line ${first.line}: ${first.message}`;
  return new UserError(
    `${path} holds no zone`,
    why,
    'give a master file (BIND), an octoDNS YAML file, or a folder of them',
  );
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    throw new UserError(`cannot read ${path}`, systemFault(error));
  }
}

async function loadFile(path: string, fallback?: string): Promise<Loaded> {
  return { file: path, text: await parsed(path, await readZoneFile(path), fallback) };
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
  const root = await realpath(folder);
  for (const path of await filesIn(folder)) {
    const refuse = (message: string): void => void problems.push({ file: path, line: 1, message });
    const real = await realpath(path).catch(() => undefined);
    if (real === undefined) continue;
    if (!liesIn(real, root)) {
      refuse(`the symbolic link leads out of ${folder}, and is not followed`);
      continue;
    }
    if (!(await stat(path)).isFile()) continue;
    if (!(await isZoneFile(path))) continue;
    // Thumbs.db, for one
    if ((await readHead(path)).includes('\0')) refuse('it is no text, so no zone file');
    else loaded.push(await loadFile(path));
  }
  // A file that another one includes is part of that one
  const included = new Set(loaded.flatMap(({ text }) => text.included.map((file) => resolve(file))));
  return loaded.filter(({ file }) => !included.has(resolve(file)));
}

async function filesIn(folder: string): Promise<readonly string[]> {
  let names: string[];
  try {
    names = await readdir(folder);
  } catch (error) {
    throw new UserError(`cannot read ${folder}`, systemFault(error));
  }
  if (names.length > MOST_FILES) throw new UserError(`${folder} holds more than ${MOST_FILES} files`);
  return names
    .filter((name) => !NO_ZONE_NAME.test(name))
    .toSorted()
    .map((name) => join(folder, name));
}

/** By name, or, whatever the name, by content: a directive or an SOA. YAML that is no octoDNS zone is somebody's config. */
async function isZoneFile(path: string): Promise<boolean> {
  const name = basename(path);
  if (ZONE_NAME.test(name)) return true;
  const head = await readHead(path);
  if (YAML_NAME.test(name)) return zoneOfFileName(name) !== undefined && /\btype["']?:/.test(head);
  return /^\$(?:ORIGIN|TTL)[ \t]/im.test(head) || /[ \t]SOA[ \t]/i.test(head);
}
