import { randomFrom } from '../world/random.ts';
import { CIPHER, send, type Write } from './exim-message.ts';
import type { EximLogLine, EximStory } from './exim-story.ts';
import { idOf, kept } from './exim-forms.ts';
import { newHeap } from './heap.ts';

/** A main log of so many messages, line by line, with what each line tells. */
export function* eximLog(story: EximStory): Generator<EximLogLine> {
  const random = randomFrom(story.seed);
  const pending = newHeap<EximLogLine>();
  const { head } = story;
  const host = head.namesHost ? { host: 'mail1' } : {};
  let pid = 1000;
  const write: Write = (time, text, events = []) => {
    pid += 1;
    const lines = head.lines(time, 'mail1', pid, text);
    // Others write between the pieces.
    for (const [index, line] of lines.entries())
      pending.push(time + index / 500, {
        text: line,
        events:
          index === lines.length - 1 ? events.map((event) => ({ ...event, ...host, time: kept(head, time) })) : [],
      });
  };
  const first = idOf(story, random);
  // From before the log begins; and a reader knows from the start that TLS is logged here.
  write(
    story.begin,
    `${first} => eve@firma.example R=dnslookup T=remote_smtp H=mx1.firma.example [198.51.100.7] ${CIPHER} CV=yes C="250 ok"`,
    [
      {
        kind: 'delivered',
        time: 0,
        queue: first,
        recipient: 'eve@firma.example',
        attempt: 1,
        relay: 'mx1.firma.example',
        hop: 'mx',
        code: 250,
        tls: 'TLSv1.3',
      },
    ],
  );
  write(story.begin + 0.02, `${first} Completed`);
  let time = story.begin + 4;
  for (let n = 0; n < story.messages; n += 1) {
    time += random() * 2 * story.spacing;
    aside(time, n, write);
    send(time, story, random, write);
    for (let next = pending.pop(time); next !== undefined; next = pending.pop(time)) yield next.item;
  }
  for (let next = pending.pop(Infinity); next !== undefined; next = pending.pop(Infinity)) yield next.item;
}

const ASIDES = [
  'no host name found for IP address 203.0.113.9',
  'H=(scanner.example) [203.0.113.9] F=<x@example.org> rejected RCPT <info@shop.example>: relay not permitted',
  'SMTP connection from [203.0.113.9] lost D=3s',
  'TLS error on connection from [203.0.113.9] (SSL_accept): wrong version number',
  'Start queue run: pid=812',
  'End queue run: pid=812',
  'dovecot_login authenticator failed for (scanner.example) [203.0.113.9]: 535 Incorrect authentication data (set_id=info)',
];
const aside = (time: number, n: number, write: Write): void => {
  if (n % 5 === 0) write(time - 0.001, ASIDES[(n / 5) % ASIDES.length] ?? '');
};
