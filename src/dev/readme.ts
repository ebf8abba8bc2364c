/**
 * `node src/dev/readme.ts`: puts real output into README.md, below each `<!-- output: … -->`. With `--check`, fails where
 * it is not what the program prints today.
 */
import { spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';

/** `output(11+23)` shows so many lines of the beginning and of the end; `output` the beginning. */
const BLOCK = /<!-- output(?:\((\d+)\+(\d+)\))?: (.*) -->\n```\n[\s\S]*?```/g;
/** The program shows the rest. */
const LINES_SHOWN = '34';
const COLUMNS = '98';

function outputOf(command: string, first: string | undefined, last: string | undefined): string {
  const env = { ...process.env, NO_COLOR: '1', COLUMNS, LANG: 'C.UTF-8' };
  const { stdout } = spawnSync(process.execPath, ['src/dev/cli.ts', ...command.split(' ')], { encoding: 'utf8', env });
  const lines = stdout.trimEnd().split('\n');
  const [head, tail] = [Number(first ?? LINES_SHOWN), Number(last ?? 0)];
  const shown =
    lines.length > head + tail ? [...lines.slice(0, head), '…', ...lines.slice(lines.length - tail)] : lines;
  const mark = first === undefined ? '' : `(${first}+${last})`;
  return `<!-- output${mark}: ${command} -->\n\`\`\`\n$ npx sendaudit ${command}\n${shown.join('\n').trimEnd()}\n\`\`\``;
}

const readme = await readFile('README.md', 'utf8');
const fresh = readme.replaceAll(BLOCK, (_, first: string | undefined, last: string | undefined, command: string) =>
  outputOf(command, first, last),
);
if (process.argv.includes('--check')) {
  if (fresh !== readme) console.error('README.md does not show what the program prints: node src/dev/readme.ts');
  process.exitCode = fresh === readme ? 0 : 1;
} else if (fresh !== readme) {
  await writeFile('README.md', fresh);
  console.log('written: README.md');
}
