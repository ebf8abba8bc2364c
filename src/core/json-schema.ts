import { CHECK_BODY, DIFF_BODY } from './schema/check.ts';
import { DMARC_BODY } from './schema/dmarc.ts';
import { FAILURES_BODY } from './schema/failures.ts';
import { FETCH_BODY } from './schema/fetch.ts';
import { LOGS_BODY } from './schema/logs.ts';
import { SIMULATE_BODY } from './schema/simulate.ts';
import { SPF_BODY, SPF_RECORD } from './schema/spf.ts';
import { TLSRPT_BODY } from './schema/tlsrpt.ts';
import { count, list, number, object, text, time } from './schema/words.ts';

/**
 * The contract of `--format json`, as JSON Schema 2020-12. Keys are added, never changed; a change means schema 2.
 * `sendaudit schema` prints it, and a test holds the program's own documents to it.
 */
const explained = object({ id: text, title: text, why: text, fix: text });
const COMMANDS: Readonly<Record<string, object>> = {
  check: CHECK_BODY,
  diff: DIFF_BODY,
  config: object({ settings: list(object({ name: text, from: text })) }),
  dmarc: DMARC_BODY,
  logs: LOGS_BODY,
  tlsrpt: TLSRPT_BODY,
  failures: FAILURES_BODY,
  simulate: SIMULATE_BODY,
  fetch: FETCH_BODY,
  spf: SPF_BODY,
  explain: { anyOf: [object({ check: explained }), object({ checks: list(explained) })] },
  list: { type: 'object' },
};

/** Every report of `--format json`: the envelope, and what its command adds. */
export const REPORT_SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'A report of sendaudit',
  $defs: { spfRecord: SPF_RECORD },
  ...object({
    schema: { const: 1 },
    tool: object({ name: { const: 'sendaudit' }, version: text }),
    command: { enum: Object.keys(COMMANDS) },
    startedAt: time,
    inputs: object(
      {
        read: count,
        failed: list(object({ path: text, error: text })),
        repairs: list(object({ path: text, what: text, line: number }, ['line'])),
        passedOver: list(object({ path: text, what: text })),
      },
      ['passedOver'],
    ),
    summary: object({
      errors: count,
      warnings: count,
      notes: count,
      waived: count,
      inconclusive: count,
      exitCode: { enum: [0, 1, 2, 3, 70, 130] },
    }),
  }),
  allOf: Object.entries(COMMANDS).map(([command, body]) => ({
    if: { properties: { command: { const: command } } },
    // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema
    then: body,
  })),
};
