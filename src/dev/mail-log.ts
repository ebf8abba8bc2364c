/** `node src/dev/mail-log.ts FILE [--lines 2000000] [--seed s]`: writes a big Postfix log, to read and to be measured by. */
import { closeSync, openSync, writeSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { postfixLog } from './mail-log/postfix.ts';
import { STAMP_FORMS } from './mail-log/stamps.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { lines: { type: 'string', default: '2000000' }, seed: { type: 'string', default: 'bench' } },
});
const [path] = positionals;
const wanted = Number(values.lines);
if (path === undefined || !Number.isSafeInteger(wanted) || wanted < 1) {
  console.error('usage: node src/dev/mail-log.ts FILE [--lines 2000000] [--seed s]');
  process.exitCode = 2;
} else {
  const LINES_AT_ONCE = 2000;
  const story = {
    seed: values.seed,
    begin: Date.parse('2026-11-09T08:00:00Z') / 1000,
    messages: Infinity,
    spacing: 0.3,
    forms: STAMP_FORMS.filter(({ name }) => name === 'RFC 3339'),
    ids: 'long',
    reordered: false,
    tls: 'lines',
  } as const;
  const file = openSync(path, 'w');
  let lines: string[] = [];
  let written = 0;
  const write = (): void => {
    if (lines.length > 0) writeSync(file, `${lines.join('\n')}\n`);
    written += lines.length;
    lines = [];
  };
  for (const { text } of postfixLog(story)) {
    lines.push(text);
    if (written + lines.length >= wanted) break;
    if (lines.length >= LINES_AT_ONCE) write();
  }
  write();
  closeSync(file);
}
