import { eventBody } from '../../logs/event-text.ts';
import journald from '../../logs/formats/journald.ts';
import { recordSplitter } from '../../logs/record-splitter.ts';
import { fixtures } from '../fuzzing/samples.ts';
import { cut, fuzzTarget } from '../fuzzing/target.ts';

/** The systemd journal as JSON, with Postfix in it. */
export default fuzzTarget({
  seeds: () =>
    fixtures('logs', 'journald.ndjson', 65_536).flatMap((sample) => {
      const lines = sample.toString('utf8').trimEnd().split('\n');
      return [lines.slice(3, 9).join('\n'), ...lines];
    }),
  tokens: [
    '{',
    '}',
    '[',
    ']',
    ',',
    'null',
    '[52,83,86]',
    '[[52,83],"x"]',
    '-1',
    '256',
    '9007199254740993',
    '"MESSAGE":',
    '"__REALTIME_TIMESTAMP":"1794218400000000"',
    '"SYSLOG_IDENTIFIER":"postfix/smtp"',
    '"_HOSTNAME":"a b"',
    '4SVMr93fMRzVDynM: ',
    'status=deferred (',
    '\\n',
    '\\u0000',
    '\n',
  ],
  run: (bytes) => read([bytes]),
  inPieces: (bytes, length) => read(cut(bytes, length)),
});

function read(pieces: readonly Buffer[]): unknown {
  const told: unknown[] = [];
  const reader = journald.open({
    event: (event) => void told.push(eventBody(event)),
    unread: (why) => void told.push(why),
  });
  reader.begin({ latest: Date.parse('2026-11-20T12:00:00Z') / 1000 });
  const splitter = recordSplitter({
    record(record) {
      journald.recognise(record);
      told.push(reader.entry(record));
    },
    unread: (why) => void told.push(why),
  });
  for (const piece of pieces) splitter.push(piece);
  splitter.end();
  reader.end();
  return told;
}
