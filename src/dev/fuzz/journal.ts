import journald from '../../logs/formats/journald.ts';
import { toldByEntries } from '../fuzzing/log-readers.ts';
import { fixtures } from '../fuzzing/samples.ts';
import { cut, fuzzTarget } from '../fuzzing/target.ts';

/** Octets: a few entries. */
const SOME = 4096;

/** The systemd journal in what journalctl makes of it, with Postfix in it. */
export default fuzzTarget({
  seeds: () => [
    ...fixtures('logs', 'journald.ndjson', 65_536).flatMap((sample) => {
      const lines = sample.toString('utf8').trimEnd().split('\n');
      return [lines.slice(3, 9).join('\n'), ...lines];
    }),
    ...['journald.export.bin', 'journald.verbose.txt', 'journald.sse.txt', 'journald.seq.json'].flatMap((name) =>
      fixtures('logs', name, 65_536).map((sample) => sample.subarray(0, SOME)),
    ),
  ],
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
    '__REALTIME_TIMESTAMP=1794218400000000\n',
    'MESSAGE\n\u0003\0\0\0\0\0\0\0abc\n',
    ' [s=1;i=1;b=1;m=1;t=63f4a1b2c3d4e;x=1]\n',
    '    MESSAGE=',
    'data: ',
    '\u001E',
    '\n\n',
    '\\n',
    '\\u0000',
    '\n',
  ],
  run: (bytes) => toldByEntries(journald, [bytes]),
  inPieces: (bytes, length) => toldByEntries(journald, cut(bytes, length)),
});
