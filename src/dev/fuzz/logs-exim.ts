import type { MailEvent } from '../../logs/event.ts';
import exim from '../../logs/formats/exim.ts';
import { blockSplitter } from '../../logs/blocks.ts';
import { fixtures } from '../fuzzing/samples.ts';
import { cut, fuzzTarget } from '../fuzzing/target.ts';

/** Lines that mean something to the reader, few of each: what is changed is then a large part of them. */
const head = (text: string | Buffer): string => text.toString().split('\n').slice(0, 24).join('\n');
const LATEST = 1_800_000_000;

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
  run: (bytes) => told([bytes]),
  inPieces: (bytes, length) => told(cut(bytes, length)),
});

function told(chunks: readonly Buffer[]): unknown {
  const events: MailEvent[] = [];
  const kinds: string[] = [];
  const reader = exim.open({ event: (event) => void events.push(event), unread: () => {} });
  reader.begin({ latest: LATEST });
  const splitter = blockSplitter({
    line: (block, start, end) => void kinds.push(reader.line(block, start, end)),
    tooLong: () => void kinds.push('too long'),
  });
  for (const chunk of chunks) splitter.push(chunk);
  splitter.end();
  reader.end();
  for (const { time, recipientDomain, delay, code } of events) {
    if (!Number.isFinite(time)) throw new TypeError('an event without a time');
    if (recipientDomain !== recipientDomain.toLowerCase()) throw new TypeError('a domain in capitals');
    if ((delay?.total ?? 0) < 0 || Number.isNaN(delay?.total)) throw new TypeError('a delay below zero');
    if (code !== undefined && (code < 200 || code > 599)) throw new TypeError('no such code');
  }
  return { events, kinds, open: reader.open };
}
