import { textOf, wholeBelow, type Random } from '../world/random.ts';
import type { EximStory, TrueEximEvent } from './exim-story.ts';
import { type Recipient, recipientsFor, streamFor } from './exim-streams.ts';
import { BASE62, between, durationText, idOf } from './exim-forms.ts';

/** Seconds until the next attempt; the last is given up on. */
const RETRIES = [900, 1800, 3600, 7200, 14_400] as const;
/** Attempts after which the sender is told that it takes long. */
const WARN_AT = 4;
export const CIPHER = 'X=TLS1.3:TLS_AES_256_GCM_SHA384:256';
/** What Exim calls the point at which an answer came. */
const STAGES: Readonly<Record<string, readonly [stage: string, command: string]>> = {
  'RCPT TO command': ['pipelined RCPT TO:<>', 'RCPT TO'],
  'MAIL FROM command': ['MAIL FROM:<> SIZE=4096', 'MAIL FROM'],
  'end of DATA command': ['end of data', 'end of DATA'],
};

export type Write = (time: number, text: string, events?: readonly TrueEximEvent[]) => void;

/** One message from its arrival until it is gone, and the bounces and warnings it leads to. */
export function send(begin: number, story: EximStory, random: Random, write: Write): void {
  const stream = streamFor(random);
  const id = idOf(story, random);
  const envelopeFrom = stream.from(random);
  const message = `${textOf(random, 'abcdefghij0123456789', 16)}@shop.example`;
  const size = 1200 + wholeBelow(random, 60_000);
  const base = {
    queue: id,
    message,
    envelopeFrom,
    size,
    ...(stream.sasl === undefined ? {} : { sasl: stream.sasl }),
    ...(stream.user === undefined ? {} : { user: stream.user }),
    ...(stream.dkim === undefined ? {} : { dkim: stream.dkim }),
  };
  const signature = stream.dkim === undefined ? '' : ` DKIM=${stream.dkim}`;
  let time = begin;
  write(
    time,
    `${id} <= ${envelopeFrom} ${stream.arrival} S=${size}${signature} id=${message} T="R=1 \\"lamps\\" for all" for a@b.example R=2@b.example`,
    [{ ...base, kind: 'accepted', time }],
  );
  const sender = story.selectors ? ` F=<${envelopeFrom}>` : '';
  const delayAt = (at: number): { readonly total: number; readonly queueTime: string; readonly workTime: string } => {
    if (story.selectors) {
      const text = durationText(at - begin);
      return { total: text.seconds, queueTime: ` QT=${text.text}`, workTime: ' DT=0.200s' };
    }
    return { total: between(story.head, begin, at), queueTime: '', workTime: '' };
  };

  let waiting = recipientsFor(random, stream.smartHost === true, RETRIES.length);
  for (let round = 0; waiting.length > 0; round += 1) {
    const isLast = round === RETRIES.length;
    waiting = waiting.filter((recipient) => !attempt(recipient, (time += 0.06), isLast));
    if (round === WARN_AT - 1 && waiting.length > 0) notify((time += 0.06), 'delay');
    const wait = RETRIES[round];
    if (waiting.length === 0 || wait === undefined) break;
    for (const { address } of waiting)
      write(
        time + wait / 2,
        `${id} == ${address} R=dnslookup T=remote_smtp defer (-53): retry time not reached for any host`,
      );
    time += wait;
  }
  write((time += 0.06), `${id} Completed${story.selectors ? ` QT=${durationText(time - begin).text}` : ''}`);

  /** Whether it is over for this recipient. */
  function attempt(recipient: Recipient, at: number, isLast: boolean): boolean {
    recipient.attempts += 1;
    const { address, receiver, attempts } = recipient;
    const isDeferred = attempts <= recipient.patience;
    const router = stream.smartHost === true ? 'R=smarthost T=remote_smtp_smarthost' : 'R=dnslookup T=remote_smtp';
    const host = stream.smartHost === true ? 'smtp.relay.example' : receiver.mx;
    const hop = stream.smartHost === true ? ('relay' as const) : ('mx' as const);
    const { total, queueTime, workTime } = delayAt(at);
    const event = { ...base, time: at, recipient: address, attempt: attempts, relay: host, hop };
    const encrypted = receiver.domain !== 'firma.example';
    if (!isDeferred && !recipient.isBad) {
      const reply = receiver.accepts(textOf(random, BASE62, 10));
      const code = Number(reply.slice(0, 3));
      const enhancedCode = /^\d+ (\d\.\d\.\d)/.exec(reply)?.[1];
      write(
        at,
        `${id} => ${address}${sender} ${router} H=${host} [${receiver.ip}]:25* ${encrypted ? `${CIPHER} CV=yes ` : ''}C="${reply}"${queueTime}${workTime}`,
        [
          {
            ...event,
            kind: 'delivered',
            code,
            ...(enhancedCode === undefined ? {} : { enhancedCode }),
            total,
            tls: encrypted ? 'TLSv1.3' : false,
          },
        ],
      );
      return true;
    }
    const answer = (isDeferred ? receiver.defers : receiver.bounces)[0];
    const [stage = '', command = ''] = STAGES[answer?.command ?? ''] ?? [];
    const isInMessage = story.failures === 'message';
    const field = isInMessage ? '' : ` H=${host} [${receiver.ip}]:25`;
    const from = isInMessage ? `: host ${host} [${receiver.ip}]` : '';
    const said = `SMTP error from remote mail server after ${stage}${from}: ${answer?.said}`;
    const told = { code: answer?.code ?? 0, enhancedCode: answer?.enhanced ?? '', command };
    const failed = { ...event, ...told, total: between(story.head, begin, at) };
    if (!isDeferred) {
      const tls = encrypted && !isInMessage ? { tls: 'TLSv1.3' } : {};
      write(
        at,
        `${id} ** ${address}${sender} ${router}${field}${tls.tls === undefined ? '' : ` ${CIPHER} CV=no`}: ${said}${workTime}`,
        [{ ...failed, kind: 'bounced', ...tls }],
      );
      notify((time += 0.06), 'bounce');
      return true;
    }
    if (isLast && attempts % 2 === 0) {
      write(at, `${id} ** ${address}${sender} ${router}${field}: ${said}: retry timeout exceeded${workTime}`, [
        { ...failed, kind: 'expired' },
      ]);
      notify((time += 0.06), 'bounce');
      return true;
    }
    write(at, `${id} == ${address} ${router} defer (-44)${field}${workTime}: ${said}`, [
      { ...failed, kind: 'deferred' },
    ]);
    if (!isLast) return false;
    const over = (time += 0.06);
    write(over, `${id} ** ${address}: retry timeout exceeded`, [
      { ...failed, kind: 'expired', total: between(story.head, begin, over) },
    ]);
    notify((time += 0.06), 'bounce');
    return true;
  }

  /** A bounce or a warning goes out under an id of its own, to the sender, who is at home here. */
  function notify(at: number, notification: string): void {
    const own = idOf(story, random);
    const notice = { queue: own, envelopeFrom: '', size: 3000, user: 'Debian-exim', notification };
    const local = envelopeFrom.slice(0, envelopeFrom.indexOf('@'));
    write(at, `${own} <= <> R=${id} U=Debian-exim P=local S=3000`, [{ ...notice, kind: 'accepted', time: at }]);
    const total = between(story.head, at, at + 0.07);
    write(at + 0.07, `${own} => ${local} <${envelopeFrom}> R=local_user T=mail_spool`, [
      { ...notice, kind: 'delivered', time: at, recipient: envelopeFrom, attempt: 1, hop: 'local', total },
    ]);
    write(at + 0.14, `${own} Completed`);
  }
}
