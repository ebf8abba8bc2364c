import type { Draft, EventKind } from '../event.ts';
import type { Assumptions, EventSink, JsonObject } from '../format.ts';
import { draftOf } from '../json/draft.ts';
import { addressOf, textOf } from '../json/fields.ts';
import { idsOf } from '../json/ids.ts';
import { addReply } from '../json/reply.ts';
import { momentOf } from '../json/time.ts';
import { bounceType } from './bounce-types.ts';

/** Where each kind of record has its time and its recipient. */
const RECORDS = {
  Delivery: { time: 'DeliveredAt', to: 'Recipient' },
  Bounce: { time: 'BouncedAt', to: 'Email' },
  SpamComplaint: { time: 'BouncedAt', to: 'Email' },
  Open: { time: 'ReceivedAt', to: 'Recipient' },
  Click: { time: 'ReceivedAt', to: 'Recipient' },
  SubscriptionChange: { time: 'ChangedAt', to: 'Recipient' },
  Inbound: { time: '', to: '' },
} as const;
type RecordType = keyof typeof RECORDS;

export function postmarkRecordType(record: JsonObject): RecordType | undefined {
  const said = record['RecordType'];
  // Nobody else writes these keys beside it.
  const isOurs = 'MessageID' in record || 'ServerID' in record || 'MessageStream' in record;
  if (typeof said === 'string') return Object.hasOwn(RECORDS, said) && isOurs ? (said as RecordType) : undefined;
  // Pages of bounces, opens and clicks, and mail that came in, do not say it.
  if ('BouncedAt' in record && (record['TypeCode'] !== undefined || typeof record['Type'] === 'string'))
    return 'Bounce';
  // The webhook of the years before there was a RecordType.
  if ('MessageID' in record && 'Recipient' in record && 'DeliveredAt' in record) return 'Delivery';
  if ('MessageID' in record && 'Recipient' in record && 'ReceivedAt' in record) {
    if ('OriginalLink' in record) return 'Click';
    if ('FirstOpen' in record) return 'Open';
  }
  return 'FromFull' in record && 'ToFull' in record ? 'Inbound' : undefined;
}

export function readPostmark(record: JsonObject, sink: EventSink, assumptions: Assumptions): boolean {
  const type = postmarkRecordType(record);
  if (type === undefined) return false;
  const kind = kindOf(type, record);
  if (kind === 'known') return true;
  const { time, to } = RECORDS[type];
  const event = draftOf('postmark', kind, momentOf(record[time], assumptions), record[to], { record, sink });
  if (event === undefined) return true;
  event.ids = idsOf({ esp: textOf(record['MessageID']), event: textOf(record['ID']) });
  const [stream, tag] = [textOf(record['MessageStream']), textOf(record['Tag'])];
  event.tags = { ...(stream !== undefined && { stream }), ...(tag !== undefined && { tag }) };
  const from = addressOf(record['From']);
  if (from !== undefined) event.from = from;
  if (type === 'Bounce') addBounce(event, record);
  if (type === 'SubscriptionChange' && kind === 'bounced') {
    event.espClass = 'HardBounce';
    event.permanent = true;
  }
  if (type === 'Delivery') addReply(event, record['Details']);
  if (type === 'Click') {
    const url = textOf(record['OriginalLink']);
    if (url !== undefined) event.url = url;
  }
  sink.event(event);
  return true;
}

function kindOf(type: RecordType, record: JsonObject): EventKind | 'known' {
  switch (type) {
    case 'Delivery':
      return 'delivered';
    case 'Bounce':
      return bounceType(textOf(record['Type']) ?? '').kind;
    case 'SpamComplaint':
      return 'complained';
    case 'Open':
      return 'opened';
    case 'Click':
      return 'clicked';
    case 'SubscriptionChange':
      return changeOf(record);
    default:
      return 'known';
  }
}

/**
 * What the recipient asked for. What follows a bounce or a complaint is told by those as well, but for other streams than
 * the transactional one that every server has: theirs are posted in this way only.
 */
function changeOf(record: JsonObject): EventKind | 'known' {
  if (record['SuppressSending'] === false) return 'subscribed';
  const reason = record['SuppressionReason'] ?? 'ManualSuppression';
  if (reason === 'ManualSuppression') return record['Origin'] === 'Recipient' ? 'unsubscribed' : 'known';
  if ((record['MessageStream'] ?? TRANSACTIONAL) === TRANSACTIONAL) return 'known';
  return reason === 'HardBounce' ? 'bounced' : reason === 'SpamComplaint' ? 'complained' : 'known';
}
const TRANSACTIONAL = 'outbound';

/** A field of the bounce that has no reply in it (RFC 3464 §2.3.3). */
const SAYS_NOTHING = /^\s*(?:action:\s*\w+)?\s*$/i;

function addBounce(event: Draft, record: JsonObject): void {
  const type = textOf(record['Type']);
  if (type !== undefined && event.kind !== 'complained') event.espClass = type;
  const { permanent } = bounceType(type ?? '');
  if (permanent !== undefined) event.permanent = permanent;
  const details = textOf(record['Details']) ?? '';
  addReply(event, SAYS_NOTHING.test(details) ? record['Description'] : details);
}
