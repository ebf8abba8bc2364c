import { envelope } from '../core/envelope.ts';
import { jsonText } from './json-text.ts';
import { defineReporter } from './reporter.ts';

export default defineReporter({
  title: 'one JSON document, described by `sendaudit schema`',
  *render(report) {
    yield `${jsonText(envelope(report), 2)}\n`;
  },
});
