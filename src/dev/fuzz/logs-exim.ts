import exim from '../../logs/formats/exim.ts';
import { toldByLines } from '../fuzzing/log-readers.ts';
import { fixtures } from '../fuzzing/samples.ts';
import { cut, fuzzTarget } from '../fuzzing/target.ts';

/** Lines that mean something to the reader, few of each: what is changed is then a large part of them. */
const head = (text: string | Buffer): string => text.toString().split('\n').slice(0, 24).join('\n');

/** Exim's main log, and what syslog makes of it. */
export default fuzzTarget({
  seeds: () =>
    fixtures('logs', '.log', 16_384)
      .map(head)
      .filter((text) => /<=|exim/.test(text)),
  tokens: [
    ' <= ',
    ' => ',
    ' -> ',
    ' >> ',
    ' *> ',
    ' == ',
    ' ** ',
    ' (= ',
    '<> ',
    ' R=',
    ' T="',
    ' C="250 ok\\"',
    ' H=a (b) [192.0.2.1]:25*',
    ' H=([192.0.2.1',
    ' X=TLS1.3:a:1',
    ' QT=1d2h3.4s',
    ' DT=',
    ': ',
    ' defer (-44)',
    'Completed',
    'retry timeout exceeded',
    'SMTP error from remote mail server after RCPT TO:<a@b>: 550 5.1.1 x\\n',
    '[1/3] ',
    '[2/3] ',
    '[2\\2] ',
    '1r0aaa-0003Qx-1b ',
    '1rmG7E-00000000BCd-0a1b ',
    '2026-11-09 08:00:00 ',
    '2026-11-09 08:00:00.123 +0100 [7] ',
    'Nov  9 08:00:00 mail exim[7]: ',
    '"',
    '\\',
    '|',
    '\n',
  ],
  run: (bytes) => toldByLines(exim, [bytes]),
  inPieces: (bytes, length) => toldByLines(exim, cut(bytes, length)),
});
