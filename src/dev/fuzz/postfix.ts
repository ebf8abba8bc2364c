import postfix from '../../logs/formats/postfix.ts';
import { postfixLog } from '../mail-log/postfix.ts';
import { STAMP_FORMS } from '../mail-log/stamps.ts';
import { toldByLines } from '../fuzzing/log-readers.ts';
import { cut, fuzzTarget } from '../fuzzing/target.ts';

/** Postfix logs: whatever stands in them, every line is an event, known or unknown, and all events can be printed. */
export default fuzzTarget({
  seeds: () =>
    STAMP_FORMS.map((form, n) =>
      [
        ...postfixLog({
          seed: `fuzz ${n}`,
          begin: Date.parse('2026-11-09T08:00:00Z') / 1000,
          messages: 4,
          spacing: 1,
          forms: [form],
          ids: n % 2 === 0 ? 'short' : 'long',
          reordered: false,
          tls: n % 2 === 0 ? 'lines' : 'field',
        }),
      ]
        .map(({ text }) => text)
        .join('\n'),
    ),
  tokens: [
    'Nov  9 10:52:13',
    '2026-11-09T01:13:17.774928+01:00',
    '<22>1 ',
    ' mx1 ',
    'postfix/smtp[1]: ',
    'postfix/qmgr[1]: ',
    'postfix/cleanup[1]: ',
    '1A2B3C4D5: ',
    'to=<',
    '>, ',
    ', relay=',
    ', delay=',
    ', delays=',
    ', tls=',
    ', dsn=',
    ', status=',
    'status=expired, returned to sender',
    'from=<',
    ' (',
    ')',
    'removed',
    '\n',
    '\r\n',
    '\0',
  ],
  run: (bytes) => toldByLines(postfix, [bytes]),
  inPieces: (bytes, length) => toldByLines(postfix, cut(bytes, length)),
});
