import { rolldown, type OutputChunk } from 'rolldown';
import { beforeAll, expect, test } from 'vitest';
import config from '../../rolldown.config.ts';

const chunks = new Map<string, OutputChunk>();
beforeAll(async () => {
  const bundle = await rolldown({ ...config, logLevel: 'silent' });
  const { output } = await bundle.generate([config.output ?? []].flat()[0]);
  for (const one of output) if (one.type === 'chunk') chunks.set(one.fileName, one);
  await bundle.close();
}, 60_000);

/** What comes with a chunk, itself included. */
function loaded(fileName: string): OutputChunk[] {
  const names = new Set([fileName]);
  for (const name of names) for (const next of chunks.get(name)?.imports ?? []) names.add(next);
  return [...names].flatMap((name) => chunks.get(name) ?? []);
}
/** Their files, below `src`; for a library its package. */
const modulesOf = (parts: readonly OutputChunk[]): string[] =>
  parts.flatMap(({ moduleIds }) => moduleIds.map((id) => id.replace(/^.*\/(?:src|node_modules)\/(?=[\w@-]+\/)/, '')));
const holding = (module: string): string =>
  [...chunks.values()].find(({ moduleIds }) => moduleIds.some((id) => id.endsWith(`/src/${module}`)))?.fileName ?? '';

test('what is built is ASCII: V8 needs half the memory for it', () => {
  const beyond = [...chunks.values()].filter(({ code }) => /[^\0-\u007F]/.test(code));
  expect(beyond.map(({ fileName }) => fileName)).toEqual([]);
});

test('no import makes Node read all that one of its modules exports', () => {
  const importing = [...chunks.values()].filter(({ imports }) => imports.some((id) => id.startsWith('node:')));
  expect(importing.map(({ fileName, imports }) => [fileName, imports])).toEqual([]);
});

test('no two chunks wait for each other', () => {
  const waiting = [...chunks.keys()].filter((name) =>
    (chunks.get(name)?.imports ?? []).some((next) => loaded(next).some(({ fileName }) => fileName === name)),
  );
  expect(waiting).toEqual([]);
});

test('the library loads neither the command tree nor colours', () => {
  const parts = loaded('index.js');
  expect(parts.map(({ fileName }) => fileName)).not.toContain('cli.js');
  expect(modulesOf(parts).filter((id) => /^(?:commander|chalk)\//.test(id))).toEqual([]);
});

test('help needs the command tree and nothing else', () => {
  const rooms = new Set(modulesOf(loaded('cli.js')).map((id) => id.replace(/\/.*$/, '')));
  expect([...rooms].toSorted()).toEqual(['cli', 'commander', 'core', 'delivery', 'traffic']);
});

test.each([
  ['dmarc', ['spf/sending-subdomains', 'traffic/new-sender'], ['logs/formats/postfix.ts']],
  ['logs', ['delivery/deferrals'], ['reports/aggregate/read.ts']],
])('%s loads the checks over its own facts, and no reader of others', (command, own, others) => {
  const modules = new Set(modulesOf(loaded(holding(`cli/commands/${command}.ts`))));
  for (const id of own) expect(modules).toContain(`checks/${id}.ts`);
  for (const id of ['checks/all.ts', 'checks/spf/lookup-limit.ts', 'sources/all.ts', ...others])
    expect(modules).not.toContain(id);
});

test('a command is a few files: each costs as much as a hundred kilobytes', () => {
  for (const command of ['check', 'dmarc', 'logs'])
    expect(loaded(holding(`cli/commands/${command}.ts`)).length, command).toBeLessThanOrEqual(10);
});
