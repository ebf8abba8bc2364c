/**
 * `node src/dev/readme.ts`: puts real output into README.md, below each `<!-- output: … -->`. With `--check`, fails where
 * it is not what the program prints today.
 */
import { spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';

const BLOCK = /<!-- output: (.*) -->\n```\n[\s\S]*?```/g;
/** A README shows the beginning; the program shows the rest. */
const LINES_SHOWN = 34;
const COLUMNS = '98';

function outputOf(command: string): string {
  const env = { ...process.env, NO_COLOR: '1', COLUMNS, LANG: 'C.UTF-8' };
  const { stdout } = spawnSync(process.execPath, ['src/dev/cli.ts', ...command.split(' ')], { encoding: 'utf8', env });
  const lines = stdout.trimEnd().split('\n');
  const shown = lines.length > LINES_SHOWN ? [...lines.slice(0, LINES_SHOWN), '…'] : lines;
  return `<!-- output: ${command} -->\n\`\`\`\n$ npx sendaudit ${command}\n${shown.join('\n').trimEnd()}\n\`\`\``;
}

const readme = await readFile('README.md', 'utf8');
const fresh = readme.replaceAll(BLOCK, (_, command: string) => outputOf(command));
if (process.argv.includes('--check')) {
  if (fresh !== readme) console.error('README.md does not show what the program prints: node src/dev/readme.ts');
  process.exitCode = fresh === readme ? 0 : 1;
} else if (fresh !== readme) {
  await writeFile('README.md', fresh);
  console.log('written: README.md');
}
