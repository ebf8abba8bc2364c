import { textOf, wholeBelow } from '../world/random.ts';
import { notify } from './endings.ts';
import type { Mail } from './mail.ts';
import { kept, printed } from './stamps.ts';
import { CIPHER, type TrueEvent } from './story.ts';
import type { Recipient } from './streams.ts';

/** Handed to a filter on the same machine. */
export function filtered({ base, arrived, machine }: Mail, address: string, at: number): void {
  const { queue } = base;
  const total = seconds(at - arrived);
  const reply = '250 2.0.0 from MTA(smtp:[127.0.0.1]:10025): 250 2.0.0 Ok: queued as 4F00D';
  machine.say(
    at,
    'postfix/smtp',
    `${queue}: to=<${address}>, relay=127.0.0.1[127.0.0.1]:10024, delay=${total}, delays=0.05/0.01/0/0.1, dsn=2.0.0, status=sent (${reply})`,
    [
      {
        ...base,
        kind: 'delivered',
        time: at,
        recipient: address,
        attempt: 1,
        relay: '127.0.0.1',
        hop: 'relay',
        code: 250,
        enhancedCode: '2.0.0',
        total,
      },
    ],
  );
}

/** Into a mailbox on the same machine. */
export function local({ base, arrived, machine }: Mail, address: string, at: number): void {
  const { queue } = base;
  const total = seconds(at - arrived);
  machine.say(
    at,
    'postfix/local',
    `${queue}: to=<${address}>, orig_to=<root>, relay=local, delay=${total}, delays=0.05/0.01/0/0.1, dsn=2.0.0, status=sent (delivered to mailbox)`,
    [
      {
        ...base,
        kind: 'delivered',
        time: at,
        recipient: address,
        attempt: 1,
        hop: 'local',
        enhancedCode: '2.0.0',
        total,
      },
    ],
  );
}

/** Whether it is over for this recipient. */
export function attempt(mail: Mail, recipient: Recipient, number: number, at: number): boolean {
  const { base, arrived, machine } = mail;
  const { story, form, host, random, write } = machine;
  const { queue } = base;
  const { receiver, address, patience, isBad } = recipient;
  if (receiver === undefined) return true;
  const { incident } = story;
  const inIncident = incident !== undefined && receiver.mx === incident.mx && at >= incident.from && at < incident.to;
  const kind = inIncident || number <= patience ? 'deferred' : isBad ? 'bounced' : 'delivered';
  const answer = kind === 'delivered' ? undefined : kind === 'bounced' ? receiver.bounces[0] : receiver.defers[0];
  const relay = `${receiver.mx}[${receiver.ip}]:25`;
  const total = seconds(at - arrived);
  const encrypted = story.tls === 'none' ? undefined : receiver.domain !== 'firma.example';
  const pid = 10_000 + wholeBelow(random, 500);
  const head = (when: number): string => `${printed(form, when)} ${host} postfix/smtp[${pid}]: `;
  if (story.tls === 'lines' && encrypted === true)
    write(at - 0.02, {
      text: `${head(at - 0.02)}Trusted TLS connection established to ${relay}: TLSv1.3 with cipher ${CIPHER} (256/256 bits)`,
      events: [],
    });
  const tls = story.tls === 'field' ? `, tls=${encrypted === true ? 'may' : 'may:none'}` : '';
  const code = answer?.code ?? 250;
  const accepted = receiver.accepts(textOf(random, '0123456789ABCDEF', 10));
  const said =
    answer === undefined
      ? accepted
      : `host ${receiver.mx}[${receiver.ip}] said: ${answer.said} (in reply to ${answer.command})`;
  const dsn = answer?.enhanced ?? '2.0.0';
  const status = kind === 'delivered' ? 'sent' : kind;
  const event: TrueEvent = {
    ...base,
    kind,
    time: kept(form, at),
    recipient: address,
    attempt: number,
    relay: receiver.mx,
    hop: 'mx',
    code,
    enhancedCode: dsn,
    total,
    ...(encrypted === undefined ? {} : { tls: !encrypted ? false : story.tls === 'field' ? '' : 'TLSv1.3' }),
  };
  recipient.last = event;
  write(at, {
    text: `${head(at)}${queue}: to=<${address}>, relay=${relay}, delay=${total}, delays=${seconds(at - arrived)}/0.02/0.3/0.2${tls}, dsn=${dsn}, status=${status} (${said})`,
    events: [event],
  });
  if (kind === 'bounced') notify(mail, at + 0.01);
  return kind !== 'deferred';
}

/** Two digits, as Postfix prints delays. */
const seconds = (value: number): number => Number(value.toPrecision(2));
