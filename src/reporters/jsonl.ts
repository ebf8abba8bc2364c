import { jsonText } from './json-text.ts';
import { defineReporter } from './reporter.ts';

/** Lines gathered before they are handed on: a write per line costs more than the line. */
const BATCH = 512;

export default defineReporter({
  title: 'one JSON object a line: findings of `check`, rows of `dmarc`',
  isRows: true,
  async *render(report) {
    let batch: string[] = [];
    for await (const line of report.lines()) {
      batch.push(jsonText(line));
      if (batch.length < BATCH) continue;
      yield `${batch.join('\n')}\n`;
      batch = [];
    }
    if (batch.length > 0) yield `${batch.join('\n')}\n`;
  },
});
