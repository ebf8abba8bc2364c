import type { EventKind } from '../event.ts';
import { type Assumptions, defineLogFormat, type EventSink, type JsonObject } from '../format.ts';
import { listAt, numberAt, textAt, textsAt } from '../json/at.ts';
import { addressOf, ipOf, messageIdOf } from '../json/fields.ts';
import { isObject } from '../json/inside.ts';
import { epochOf, type Instant, instantOf } from '../json/time.ts';
import { readNested } from '../json/nested.ts';
import { draftOf } from '../json/draft.ts';
import { addQuotedReply } from '../json/quoted-reply.ts';
import { tagsOf } from '../json/tags.ts';

interface Meaning {
  readonly kind: EventKind;
  readonly machine?: boolean;
  readonly permanent?: boolean;
  /** The word says why, and not only what. */
  readonly isReason?: true;
}
const SOFT: Meaning = { kind: 'bounced', permanent: false };
const HARD: Meaning = { kind: 'bounced', permanent: true };
const INVALID: Meaning = { kind: 'dropped', isReason: true };
const OPEN: Meaning = { kind: 'opened', machine: false };
const PROXY_OPEN: Meaning = { kind: 'opened', machine: true };
/** As webhooks write them, and behind these as the events API does where it differs. */
const MEANINGS: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ['request', { kind: 'accepted' }],
  ['sent', { kind: 'accepted' }],
  ['delivered', { kind: 'delivered' }],
  ['deferred', { kind: 'deferred' }],
  ['soft_bounce', SOFT],
  ['hard_bounce', HARD],
  ['blocked', { kind: 'dropped' }],
  ['invalid_email', INVALID],
  ['error', { kind: 'dropped' }],
  ['spam', { kind: 'complained' }],
  ['complaint', { kind: 'complained' }],
  ['opened', OPEN],
  ['unique_opened', OPEN],
  ['proxy_open', PROXY_OPEN],
  ['unique_proxy_open', PROXY_OPEN],
  ['click', { kind: 'clicked' }],
  ['unsubscribe', { kind: 'unsubscribed' }],
  ['unsubscribed', { kind: 'unsubscribed' }],
  ['list_addition', { kind: 'subscribed' }],
  ['requests', { kind: 'accepted' }],
  ['softBounces', SOFT],
  ['hardBounces', HARD],
  // The API before 2018 (v2.0, /report).
  ['delivery', { kind: 'delivered' }],
  ['soft_bounces', SOFT],
  ['hard_bounces', HARD],
  ['views', OPEN],
  ['bounces', { kind: 'bounced' }],
  ['invalid', INVALID],
  ['loadedByProxy', PROXY_OPEN],
  // The names by which webhooks are ordered; some have been seen in events.
  ['softBounce', SOFT],
  ['hardBounce', HARD],
  ['invalidEmail', INVALID],
  ['uniqueOpened', OPEN],
  ['proxyOpen', PROXY_OPEN],
  ['uniqueProxyOpen', PROXY_OPEN],
  ['clicks', { kind: 'clicked' }],
]);
/** About contacts and replies, not about a mail to somebody; and about SMS. */
const ASIDE = new Set([
  'contact_updated',
  'contact_deleted',
  'inboundEmailProcessed',
  'reply',
  'replied',
  'unique_coupon_sent',
  'accepted',
  'skip',
  'subscribe',
  'blacklisted',
  'rejected',
]);

export default defineLogFormat({
  id: 'brevo',
  title: 'Brevo (Sendinblue)',
  service: 'brevo',
  shape: 'records',
  obtain:
    'What a webhook receives, transactional or marketing (Settings, Webhooks), one object to a line; or the answer of GET /v3/smtp/statistics/events, at most 90 days',
  caveats: [
    'The time is ts_epoch, in UTC; where it is missing ts_event and ts are taken for UTC, as the documentation says, which older accounts contradict',
    'Opens by a proxy, as Apple’s, are told apart by the events proxy_open and unique_proxy_open; opened is taken for a person’s',
    'hard_bounce and soft_bounce are Brevo’s own verdicts: the reply’s codes outrank them, also in deferred, which has been seen with 550 5.1.1',
    'request comes for messages that are blocked afterwards, too',
  ],
  sources: [
    { label: 'Brevo, transactional webhooks', url: 'https://developers.brevo.com/docs/transactional-webhooks' },
    { label: 'Brevo, marketing webhooks', url: 'https://developers.brevo.com/docs/marketing-webhooks' },
    {
      label: 'Brevo, GET /smtp/statistics/events',
      url: 'https://developers.brevo.com/reference/get-email-event-report',
    },
  ],
  recognise(record) {
    const [first] = listAt(record, 'events');
    const event = isObject(first) ? first : record;
    if (meaningOf(event) === undefined || textAt(event, 'email') === undefined) return 0;
    if (numberAt(event, 'ts_epoch') !== undefined) return 0.95;
    if (numberAt(event, 'ts_event') !== undefined)
      return textAt(event, 'message-id') !== undefined || numberAt(event, 'camp_id') !== undefined ? 0.95 : 0.5;
    if (textAt(event, 'date') === undefined) return 0;
    if (textAt(event, 'messageId') !== undefined) return 0.9;
    // A report of that API tells no seconds.
    return textAt(event, 'message-id') !== undefined && !('ts' in event) ? 0.9 : 0;
  },
  read(record, sink, assumptions) {
    const events = listAt(record, 'events');
    if (events.length === 0) return Array.isArray(record['events']) || readEvent(record, sink, assumptions);
    readNested(events, 'Brevo', sink, (event) => readEvent(event, sink, assumptions));
    return true;
  },
});

const meaningOf = (event: JsonObject): Meaning | undefined => MEANINGS.get(textAt(event, 'event') ?? '');

function readEvent(record: JsonObject, sink: EventSink, assumptions: Assumptions): boolean {
  const meaning = meaningOf(record);
  const word = textAt(record, 'event') ?? '';
  if (meaning === undefined) return ASIDE.has(word) && whenOf(record, assumptions) !== undefined;
  const { kind, machine, permanent, isReason } = meaning;
  // A contact that is put on a list is told with a list of addresses.
  for (const address of addressesIn(record)) {
    const event = draftOf('brevo', kind, whenOf(record, assumptions), address, { record, sink });
    if (event === undefined) continue;
    const message = messageIdOf(textAt(record, 'message-id') ?? textAt(record, 'messageId'));
    if (message !== undefined) event.ids = { message };
    const from = addressOf(textAt(record, 'sender_email') ?? textAt(record, 'from'));
    const ip = ipOf(record['sending_ip']);
    const url = textAt(record, 'link') ?? textAt(record, 'URL');
    if (from !== undefined) event.from = from;
    if (ip !== undefined) event.sourceIp = ip;
    if (kind === 'deferred' || kind === 'bounced' || kind === 'dropped')
      addQuotedReply(event, textAt(record, 'reason'));
    if (isReason === true) event.espClass = word;
    if (permanent !== undefined) event.permanent = permanent;
    if (machine !== undefined) event.machine = machine;
    if (url !== undefined && kind === 'clicked') event.url = url;
    event.tags = tagsOfRecord(record);
    sink.event(event);
  }
  return true;
}

function addressesIn(record: JsonObject): (string | undefined)[] {
  const addresses = textsAt(record, 'email');
  return addresses.length === 0 ? [undefined] : addresses;
}

function whenOf(record: JsonObject, assumptions: Assumptions): Instant | undefined {
  const time = epochOf(record['ts_epoch'] ?? record['ts_event'] ?? record['ts']);
  // `date` of a webhook is in whatever zone the account is set to; the API's comes with its zone, or is all there is.
  if (time !== undefined) return { time };
  const isApi = textAt(record, 'messageId') !== undefined || textAt(record, 'message-id') !== undefined;
  return isApi ? instantOf(record['date'], assumptions) : undefined;
}

/** `tags` is a list; `tag` is one, or the list again as text, or the template's name. */
function tagsOfRecord(record: JsonObject): Readonly<Record<string, string>> {
  const tags = textsAt(record, 'tags');
  const tag = textAt(record, 'tag');
  return tagsOf({
    campaign: textAt(record, 'campaign name') ?? textAt(record, 'camp_id'),
    tag: tags.length > 0 ? tags : tag?.startsWith('[') === true ? undefined : tag,
    template: textAt(record, 'template_id') ?? textAt(record, 'templateId'),
    list: textsAt(record, 'list_id'),
  });
}
