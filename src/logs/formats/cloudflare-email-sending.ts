import type { Draft, EventKind } from '../event.ts';
import { defineLogFormat, type JsonObject } from '../format.ts';
import { numberAt, objectAt, textAt } from '../json/at.ts';
import { draftOf } from '../json/draft.ts';
import { addressOf } from '../json/fields.ts';
import { idsOf } from '../json/ids.ts';
import { addQuotedReply } from '../json/quoted-reply.ts';
import { addStatus } from '../json/reply.ts';
import { tagsOf } from '../json/tags.ts';
import { momentOf } from '../json/time.ts';

const BEFORE = 'cf.email.sending.message.';
const KINDS: ReadonlyMap<string, EventKind> = new Map([
  ['delivered', 'delivered'],
  ['deferred', 'deferred'],
  ['bounced', 'bounced'],
  ['failed', 'bounced'],
  ['rejected', 'dropped'],
  ['complained', 'complained'],
]);
/** The providers it names are mailboxes’ but for this one. */
const NO_PROVIDER = 'external_smtp';
const MILLISECONDS = 1000;

export default defineLogFormat({
  id: 'cloudflare-email-sending',
  title: 'Cloudflare Email Sending',
  unlistedService: 'Cloudflare Email Sending',
  shape: 'records',
  obtain: 'What a queue receives that is subscribed to the events of Email Sending, one message’s body to a line',
  caveats: [
    'Opens and clicks are not told, nor when the mail was handed in',
    'failed is an error of Cloudflare’s own, and counts as bounced; rejected is not tried, and counts as dropped',
    'Events may come more than once, with one eventId',
  ],
  sources: [
    {
      label: 'Cloudflare, Email Sending events',
      url: 'https://developers.cloudflare.com/email-service/platform/event-subscriptions/',
    },
  ],
  recognise: (record) => (wordOf(record) !== undefined && objectAt(record, 'payload') !== undefined ? 0.97 : 0),
  read(record, sink, assumptions) {
    const word = wordOf(record);
    const payload = objectAt(record, 'payload');
    if (word === undefined || payload === undefined) return false;
    const kind = KINDS.get(word);
    if (kind === undefined) return false;
    const when = momentOf(objectAt(record, 'metadata')?.['eventTimestamp'], assumptions);
    const event = draftOf('cloudflare-email-sending', kind, when, payload['recipient'], { record, sink });
    if (event === undefined) return true;
    event.ids = idsOf({ esp: textAt(payload, 'messageId'), event: textAt(payload, 'eventId') });
    const from = addressOf(payload['sender']);
    if (from !== undefined) event.from = from;
    event.tags = tagsOf({ domain: textAt(objectAt(record, 'source'), 'domain') });
    if (kind !== 'complained') addDelivery(event, payload);
    sink.event(event);
    return true;
  },
});

function wordOf(record: JsonObject): string | undefined {
  const type = textAt(record, 'type');
  return type?.startsWith(BEFORE) === true ? type.slice(BEFORE.length) : undefined;
}

function addDelivery(event: Draft, payload: JsonObject): void {
  const delivery = objectAt(payload, 'delivery');
  const bounce = objectAt(payload, 'bounce');
  const rejection = objectAt(payload, 'rejection');
  const said = textAt(delivery, 'smtpResponse') ?? textAt(bounce, 'reason') ?? textAt(rejection, 'detail');
  addQuotedReply(event, said, numberAt(delivery, 'smtpStatusCode'));
  addStatus(event, textAt(delivery, 'smtpEnhancedStatusCode'));
  const provider = textAt(delivery, 'provider');
  if (provider !== undefined && provider !== NO_PROVIDER) event.mailboxProvider = provider;
  if (event.code !== undefined) event.hop = 'mx';
  const took = numberAt(delivery, 'deliveryTimeMs');
  if (event.kind === 'delivered' && took !== undefined && took >= 0) event.delay = { total: took / MILLISECONDS };
  const word =
    textAt(bounce, 'classification') ?? textAt(rejection, 'reason') ?? textAt(objectAt(payload, 'failure'), 'reason');
  if (word !== undefined) event.espClass = word;
  const type = textAt(bounce, 'type');
  if (event.kind === 'bounced' && type !== undefined) event.permanent = type === 'hard';
}
