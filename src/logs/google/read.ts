import type { Draft, EventKind } from '../event.ts';
import type { Assumptions, EventSink, JsonObject } from '../format.ts';
import { listAt, numberAt, objectAt, textAt } from '../json/at.ts';
import { draftOf } from '../json/draft.ts';
import { ipOf, messageIdOf } from '../json/fields.ts';
import { idsOf } from '../json/ids.ts';
import { isObject } from '../json/inside.ts';
import { addMail } from '../json/mail-fields.ts';
import { addQuotedReply } from '../json/quoted-reply.ts';
import { tagsOf } from '../json/tags.ts';
import { momentOf } from '../json/time.ts';
import type { GmailEntry } from './entry.ts';

interface Context {
  readonly record: JsonObject;
  readonly sink: EventSink;
  readonly assumptions: Assumptions;
}

/** message_info.action_type, as far as it is about mail that is sent: the other steps are of groups, spam and users. */
const TAKEN_IN = 2;
const HANDLED = 3;
const SENT_OUT = 10;
const TO_BE_RETRIED = 14;
const BOUNCED = 18;
const DROPPED = 19;
const STEPS: ReadonlySet<number | undefined> = new Set([TAKEN_IN, HANDLED, SENT_OUT, TO_BE_RETRIED, BOUNCED, DROPPED]);
/** message_info.destination.service of mail that leaves. */
const OUTSIDE = 'smtp-outbound';
/** message_info.source.service of mail that comes from elsewhere. */
const FROM_OUTSIDE = 'smtp-inbound';
const TEMPORARY = 4;

export function readGmail({ event: info, message }: GmailEntry, { record, sink, assumptions }: Context): void {
  const step = numberAt(message, 'action_type');
  const source = objectAt(message, 'source');
  if (!STEPS.has(step) || textAt(source, 'service') === FROM_OUTSIDE) return;
  for (const to of listAt(message, 'destination').filter(isObject)) {
    const isOutside = textAt(to, 'service') === OUTSIDE;
    const connection = objectAt(message, 'connection_info');
    const kind = kindOf(step, { isOutside, isDone: info['success'] !== false, code: replyCodeOf(connection) });
    if (kind === undefined) continue;
    const when = momentOf(info['timestamp_usec'], assumptions);
    const event = draftOf('google-gmail-logs', kind, when, to['address'], { record, sink });
    if (event === undefined) continue;
    event.ids = idsOf({ message: messageIdOf(message['rfc2822_message_id']) });
    addMail(event, {
      from: source?.['from_header_address'],
      envelopeFrom: source?.['address'],
      size: message['payload_size'],
    });
    event.tags = tagsOf({ service: textAt(source, 'service') });
    if (kind !== 'accepted') addDelivery(event, { to, message, connection, isOutside });
    sink.event(event);
  }
}

/** Undefined: the way goes on, and a later step tells. */
function kindOf(
  step: number | undefined,
  told: { readonly isOutside: boolean; readonly isDone: boolean; readonly code: number | undefined },
): EventKind | undefined {
  const { isOutside, isDone, code = 0 } = told;
  switch (step) {
    case TAKEN_IN:
      // A rule of the organisation refuses it here.
      return isDone ? 'accepted' : 'dropped';
    case HANDLED:
      return isOutside || !isDone ? undefined : 'delivered';
    case SENT_OUT:
      if (!isOutside) return undefined;
      if (isDone && code < 400) return 'delivered';
      return Math.floor(code / 100) === TEMPORARY ? 'deferred' : 'bounced';
    case TO_BE_RETRIED:
      return 'deferred';
    case BOUNCED:
      return 'bounced';
    default:
      return 'dropped';
  }
}

/** Zero where there was no conversation. */
function replyCodeOf(connection: JsonObject | undefined): number | undefined {
  const code = numberAt(connection, 'smtp_reply_code');
  return code !== undefined && code >= 200 ? code : undefined;
}

interface Delivery {
  readonly to: JsonObject;
  readonly message: JsonObject;
  readonly connection: JsonObject | undefined;
  readonly isOutside: boolean;
}

function addDelivery(event: Draft, { to, message, connection, isOutside }: Delivery): void {
  if (event.kind === 'delivered' && !isOutside) {
    event.hop = 'local';
    return;
  }
  const said = textAt(to, 'rcpt_response') ?? textAt(message, 'description');
  addQuotedReply(event, said === 'No Error' ? undefined : said, replyCodeOf(connection));
  if (!isOutside) return;
  const host = textAt(connection, 'smtp_out_remote_host');
  const ip = ipOf(connection?.['smtp_out_connect_ip']) ?? ipOf(listAt(connection, 'failed_smtp_out_connect_ip')[0]);
  if (host !== undefined || ip !== undefined) {
    event.relay = { ...(host !== undefined && { host }), ...(ip !== undefined && { ip }) };
    event.hop = 'mx';
  }
  const [version, cipher] = [textAt(connection, 'smtp_tls_version'), textAt(connection, 'smtp_tls_cipher')];
  if (version !== undefined) event.tls = { version, ...(cipher !== undefined && { cipher }) };
}
