import type { ChunkingContext } from 'rolldown';

/**
 * What is run most, by the files it begins with: a command prints text unless it is told otherwise, so that this counts
 * as a part of it.
 */
const COMMANDS: Readonly<Record<string, readonly string[]>> = {
  check: ['cli/commands/check.ts', 'reporters/text.ts'],
  dmarc: ['cli/commands/dmarc.ts', 'reporters/text.ts'],
  logs: ['cli/commands/logs.ts', 'reporters/text.ts'],
  other: [
    'cli/commands/failures.ts',
    'cli/commands/fetch.ts',
    'cli/commands/simulate.ts',
    'cli/commands/spf.ts',
    'cli/commands/spf-flatten.ts',
    'cli/commands/spf-optimise.ts',
    'cli/commands/tlsrpt.ts',
    'reporters/text.ts',
  ],
};
const WORLDS: typeof COMMANDS = {
  replay: ['net/recorded.ts', 'net/cached.ts'],
  live: ['net/live.ts', 'net/cached.ts'],
};

/**
 * Names the chunk of a module: one for all that the same commands need. Finding, reading and linking a file costs about a
 * millisecond, so that fifty small ones cost more than a large one; and what is not needed costs its size.
 * What a module imports is needed by all its commands, too, so no two of these chunks import each other.
 */
export function chunkNames(root: string): (id: string, context: ChunkingContext) => string | null {
  let names: ReadonlyMap<string, string> | undefined;
  return (id, context) => {
    names ??= namesOf(root, context);
    return names.get(id) ?? null;
  };
}

function namesOf(root: string, context: ChunkingContext): ReadonlyMap<string, string> {
  const reached = (files: readonly string[]): ReadonlySet<string> =>
    reachable(
      files.map((file) => `${root}/src/${file}`),
      context,
    );
  const names = new Map<string, string>();
  for (const ways of [WORLDS, COMMANDS]) {
    const needing = new Map<string, string[]>();
    for (const [way, files] of Object.entries(ways))
      for (const id of reached(files)) needing.set(id, [...(needing.get(id) ?? []), way]);
    // A world is asked by a command, so what both need came with the command.
    for (const [id, needed] of needing) names.set(id, needed.join('-'));
  }
  // What only other commands need is split between them as the bundler does it.
  for (const [id, name] of names) if (name === 'other') names.delete(id);
  const library = reached(['index.ts']);
  for (const id of reached(['cli/run.ts']))
    // What the command line alone begins with is its entry: no library user loads it.
    if (library.has(id) || id.startsWith(`${root}/src/core/`)) names.set(id, 'core');
    else names.delete(id);
  return names;
}

/** What is loaded with these, dynamic imports apart. */
function reachable(entries: readonly string[], context: ChunkingContext): ReadonlySet<string> {
  const reached = new Set(entries);
  for (const id of reached) {
    const module = context.getModuleInfo(id);
    if (module === null && entries.includes(id)) throw new Error(`${id} is no module of the build`);
    for (const next of module?.importedIds ?? []) reached.add(next);
  }
  return reached;
}
