import { expect, test } from 'vitest';
import qmail from '../../../src/logs/formats/qmail.ts';
import type { MailEvent } from '../../../src/logs/event.ts';
import { readLine } from '../../support/read-line.ts';

const STAMP = '@400000006ad199750000000c';

test('one of several queues numbers its deliveries in two parts, and two queues may have the same numbers', () => {
  const events: MailEvent[] = [];
  const reader = qmail.open({ event: (event) => void events.push(event), unread: () => {} });
  reader.begin({ latest: Number.POSITIVE_INFINITY });
  const says = [1, 2].flatMap((queue) => [
    `info msg 77: bytes 900 from <shop${queue}@example.com> qp 5 uid 9 queue${queue}`,
    `starting delivery 1.5: msg 77 to remote ann${queue}@example.net queue${queue}`,
  ]);
  const heard = [2, 1].map((queue) => `delivery 1.5: success: 198.51.100.7_accepted_message./ queue${queue}`);
  for (const said of [...says, ...heard]) readLine(reader, `${STAMP} ${said}`);
  reader.end();
  const delivered = events.filter(({ kind }) => kind === 'delivered');
  expect(delivered.map(({ envelopeFrom, recipient }) => `${envelopeFrom} ${recipient}`)).toEqual([
    'shop2@example.com ann2@example.net',
    'shop1@example.com ann1@example.net',
  ]);
});
