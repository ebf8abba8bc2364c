import type { Mail } from './mail.ts';
import type { Recipient } from './streams.ts';

/** Given up on, all who still wait. */
export function expire(mail: Mail, waiting: readonly Recipient[], at: number): void {
  const { base, machine } = mail;
  const { queue, envelopeFrom } = base;
  machine.say(
    at,
    'postfix/qmgr',
    `${queue}: from=<${envelopeFrom}>, status=expired, returned to sender`,
    waiting.flatMap(({ last: told }) =>
      told === undefined
        ? []
        : [
            {
              ...base,
              kind: 'expired' as const,
              time: at,
              ...(told.recipient === undefined ? {} : { recipient: told.recipient }),
              ...(told.attempt === undefined ? {} : { attempt: told.attempt }),
              ...(told.code === undefined ? {} : { code: told.code }),
              ...(told.enhancedCode === undefined ? {} : { enhancedCode: told.enhancedCode }),
            },
          ],
    ),
  );
  notify(mail, at + 0.01);
}

/** A bounce goes out under an id of its own, to the sender, who is at home here. */
export function notify({ base, machine }: Mail, at: number): void {
  const { ids, host, say } = machine;
  const { queue, envelopeFrom } = base;
  const id = ids.next(at);
  const notice = {
    host,
    queue: id,
    message: `${id}@${host}.shop.example`,
    envelopeFrom: '',
    size: 3000,
    notification: 'bounce',
  };
  say(at, 'postfix/cleanup', `${id}: message-id=<${notice.message}>`);
  say(at + 0.01, 'postfix/bounce', `${queue}: sender non-delivery notification: ${id}`);
  say(at + 0.03, 'postfix/qmgr', `${id}: from=<>, size=3000, nrcpt=1 (queue active)`, [
    { ...notice, kind: 'accepted', time: at },
  ]);
  say(
    at + 0.06,
    'postfix/virtual',
    `${id}: to=<${envelopeFrom}>, relay=virtual, delay=0.06, delays=0.03/0/0/0.03, dsn=2.0.0, status=sent (delivered to maildir)`,
    [
      {
        ...notice,
        kind: 'delivered',
        time: at,
        recipient: envelopeFrom,
        attempt: 1,
        hop: 'local',
        enhancedCode: '2.0.0',
        total: 0.06,
      },
    ],
  );
  say(at + 0.08, 'postfix/qmgr', `${id}: removed`);
  ids.release(id, at);
}
