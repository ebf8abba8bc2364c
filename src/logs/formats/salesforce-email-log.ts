import type { Draft } from '../event.ts';
import { defineLogFormat } from '../format.ts';
import { addQuotedReply } from '../json/quoted-reply.ts';
import { addStatus } from '../json/reply.ts';
import { ifThere, mappedTable } from '../mapping/mapped-format.ts';
import { relayOf } from '../mapping/addresses.ts';
import { anyReader } from '../mapping/time-format.ts';

export default defineLogFormat(
  mappedTable(
    {
      id: 'salesforce-email-log',
      title: 'Salesforce email log',
      service: 'salesforce',
      obtain:
        'Salesforce Setup: Email, Email Log Files, Request an Email Log (seven days at a time, of the last 30); the CSV file in the archive that is mailed',
      caveats: [
        'Times are in GMT; where they are written with slashes, the month is taken to stand before the day',
        'The Sender is the envelope’s: with bounce management or email security compliance it is an address at bnc.salesforce.com, in which the author’s is read',
        'Each attempt is a row: a transient failure (T) is tried again for 24 hours',
        'Opens and clicks are not in this log',
      ],
      sources: [
        {
          label: 'Salesforce Help, Email Log Reference',
          url: 'https://help.salesforce.com/s/articleView?id=sales.email_logs_format.htm&language=en_US&type=5',
        },
        {
          label: 'Salesforce Help, Interpret TLS information in Email Log Files',
          url: 'https://help.salesforce.com/s/articleView?id=000383894&language=en_US&type=1',
        },
      ],
    },
    {
      name: 'salesforce-email-log',
      input: 'table',
      time: { column: ['Date/Time', 'Date/Time (GMT)', 'Date/Time GMT'], zone: 'UTC' },
      kind: { column: 'Mail Event', values: { R: 'accepted', D: 'delivered', T: 'deferred', P: 'bounced' } },
      recipient: { column: 'Recipient' },
      envelopeFrom: { column: 'Sender' },
      size: { column: 'Bytes Transferred' },
      messageId: { column: 'Message ID Header' },
      espId: { column: 'Internal Message ID' },
      tags: { uid: { column: 'User ID' } },
    },
    ifThere(0.95, 'Internal Message ID', 'Mail Event', 'Recipient', 'Remote Host', 'Message ID Header'),
    {
      extras(_, source) {
        const none = (): string => '';
        const [stage, relay, port] = [
          source.pick('Delivery Stage') ?? none,
          source.pick('Relay Address') ?? none,
          source.pick('Relay Port') ?? none,
        ];
        const [status, cipher, verified] = [
          source.pick('Delivery Status') ?? none,
          source.pick('TLS_Cipher') ?? none,
          source.pick('TLS_Verified') ?? none,
        ];
        const [retries, queued] = [source.pick('Retry Count') ?? none, source.pick('Seconds in Queue') ?? none];
        return {
          readTime: anyReader(undefined, 'M/D/YYYY hh:mm:ss', 'M/D/YYYY hh:mm'),
          also(draft, cells) {
            const [, local, domain] = BOUNCE_ADDRESS.exec(draft.envelopeFrom ?? '') ?? [];
            if (local !== undefined && domain !== undefined) draft.from = `${local}@${domain}`;
            const isAttempt = draft.kind !== 'accepted';
            if (!isAttempt) return;
            addRelay(draft, relay(cells).trim(), port(cells).trim());
            const said = status(cells).trim();
            addQuotedReply(draft, said);
            addStatus(draft, said);
            if (draft.kind === 'delivered') addTls(draft, cipher(cells).trim(), verified(cells).trim());
            else if (stage(cells).trim() !== '')
              draft.command = stage(cells)
                .trim()
                .replace(/^during /i, '');
            if (draft.kind === 'bounced') draft.permanent = true;
            const [tried, waited] = [retries(cells).trim(), queued(cells).trim()];
            if (/^\d{1,4}$/.test(tried)) draft.attempt = Number(tried) + 1;
            if (/^\d{1,9}(?:\.\d+)?$/.test(waited)) draft.delay = { total: Number(waited) };
          },
        };
      },
    },
  ),
);

/** `ann=shop.example__0-6t8jxs7w@x.5-abc.bnc.salesforce.com`: bounces of what ann@shop.example has sent. */
const BOUNCE_ADDRESS = /^([^=@]+)=([^=@]+?)__[^@]*@[^@]*\.bnc\.salesforce\.com$/i;

function addRelay(draft: Draft, address: string, port: string): void {
  const relay = relayOf(address);
  if (relay.host === undefined && relay.ip === undefined) return;
  draft.relay = /^\d{1,5}$/.test(port) ? { ...relay, port: Number(port) } : relay;
  draft.hop = 'mx';
}

/** `TLSv1.2:AES256-GCM-SHA384`; `:` without TLS; `None` where Salesforce handed it to itself. */
function addTls(draft: Draft, cipher: string, verified: string): void {
  if (cipher === ':') draft.tls = false;
  const [, version, suite] = /^([^:]+):(.+)$/.exec(cipher) ?? [];
  if (version === undefined || suite === undefined) return;
  draft.tls = {
    version,
    cipher: suite,
    ...(/^(?:un)?verified$/i.test(verified) && { verified: /^v/i.test(verified) }),
  };
}
