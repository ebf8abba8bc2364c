import type { Draft, EventKind } from '../event.ts';
import { defineLogFormat, type JsonObject } from '../format.ts';
import { textAt } from '../json/at.ts';
import { addressOf, messageIdOf } from '../json/fields.ts';
import { secondsBetween, utcOf } from '../json/time.ts';
import { draftOf } from '../json/draft.ts';
import { idsOf } from '../json/ids.ts';
import { addQuotedReply } from '../json/quoted-reply.ts';
import { tagsOf } from '../json/tags.ts';

const KINDS: ReadonlyMap<string, EventKind> = new Map([
  ['processed', 'accepted'],
  ['delivered', 'delivered'],
  ['bounce', 'bounced'],
  ['reject', 'dropped'],
  ['open', 'opened'],
  ['click', 'clicked'],
  ['spam', 'complained'],
  ['unsubscribe', 'unsubscribed'],
  ['resubscribe', 'subscribed'],
  // As the activity interface writes them.
  ['hard-bounced', 'bounced'],
  ['soft-bounced', 'bounced'],
  ['bounced', 'bounced'],
  ['rejected', 'dropped'],
  ['opened', 'opened'],
  ['clicked', 'clicked'],
  ['unsubscribed', 'unsubscribed'],
  ['resubscribed', 'subscribed'],
]);

const URL_BEGINS = /^[a-z][a-z\d+.-]*:/i;

export default defineLogFormat({
  id: 'smtp2go',
  title: 'SMTP2GO',
  service: 'smtp2go',
  shape: 'records',
  obtain:
    'What a webhook receives (Settings, Webhooks) with JSON as its output type, one object to a line; or the answer of POST /v3/activity/search',
  caveats: [
    'Attempts that will be repeated are not told: a message stays processed until it is delivered or bounces',
    'A soft bounce has been given up',
    'Nothing tells whether a person or a machine opened or clicked',
  ],
  sources: [
    { label: 'SMTP2GO, webhooks', url: 'https://developers.smtp2go.com/docs/webhooks-1' },
    { label: 'SMTP2GO, webhooks overview', url: 'https://developers.smtp2go.com/docs/webhooks-overview' },
  ],
  recognise(record) {
    if (!KINDS.has(textAt(record, 'event') ?? '') || textAt(record, 'email_id') === undefined) return 0;
    const marks = ['rcpt', 'sendtime', 'srchost', 'recipients', 'smtp_response'];
    return marks.some((mark) => record[mark] !== undefined) ? 0.95 : 0;
  },
  read(record, sink, assumptions) {
    // Without a zone they are in UTC, by the documentation.
    const kind = KINDS.get(textAt(record, 'event') ?? '');
    if (kind === undefined) return false;
    const event = draftOf(
      'smtp2go',
      kind,
      utcOf(record['time'] ?? record['date'], assumptions),
      record['rcpt'] ?? record['recipient'] ?? record['to'],
      {
        record,
        sink,
      },
    );
    if (event === undefined) return true;
    addMessage(event, record);
    const total = secondsBetween(utcOf(record['sendtime'], assumptions), event);
    if ((kind === 'delivered' || kind === 'bounced') && total !== undefined) event.delay = { total };
    if (kind === 'delivered' || kind === 'bounced' || kind === 'dropped') {
      addQuotedReply(event, textAt(record, 'message') ?? textAt(record, 'smtp_response') ?? textAt(record, 'context'));
      const host = textAt(record, 'host');
      if (host !== undefined && kind !== 'dropped') addHost(event, host);
    }
    const bounce = textAt(record, 'bounce') ?? textAt(record, 'event')?.split('-')[0];
    if (kind === 'bounced' && (bounce === 'hard' || bounce === 'soft')) event.permanent = bounce === 'hard';
    const url = ['url', 'link', 'context']
      .map((key) => textAt(record, key))
      .find((text) => URL_BEGINS.test(text ?? ''));
    if (url !== undefined && kind === 'clicked') event.url = url;
    sink.event(event);
    return true;
  },
});

function addMessage(event: Draft, record: JsonObject): void {
  event.ids = idsOf({
    message: messageIdOf(textAt(record, 'message-id') ?? textAt(record, 'Message-Id')),
    esp: textAt(record, 'email_id'),
    event: textAt(record, 'id'),
  });
  const from = addressOf(textAt(record, 'from'));
  const envelopeFrom = addressOf(textAt(record, 'sender'));
  if (from !== undefined) event.from = from;
  if (envelopeFrom !== undefined) event.envelopeFrom = envelopeFrom;
  event.tags = tagsOf({ sasl: textAt(record, 'auth') });
}

/** `mx.example.net [192.0.2.1]`, or the name alone. */
function addHost(event: Draft, text: string): void {
  const [, host = '', ip] = /^([\w.-]{1,255})(?: ?[[(]([\da-f.:]{3,45})[\])])?/i.exec(text) ?? [];
  if (host !== '') event.relay = ip === undefined ? { host } : { host, ip };
}
