import { batched } from './batched.ts';
import { jsonText } from './json-text.ts';
import { defineReporter } from './reporter.ts';

export default defineReporter({
  title: 'one JSON object a line: findings of `check`, rows of `dmarc`',
  isRows: true,
  render: (report) => batched(report.lines(), jsonText, '\n'),
});
