import journald from '../../logs/formats/journald.ts';
import { toldByEntries } from '../fuzzing/log-readers.ts';
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
  run: (bytes) => toldByEntries(journald, [bytes]),
  inPieces: (bytes, length) => toldByEntries(journald, cut(bytes, length)),
});
