import type { Draft, EventKind } from '../event.ts';
import { defineLogFormat, type JsonObject } from '../format.ts';
import { numberAt, textAt } from '../json/at.ts';
import { momentOf } from '../json/time.ts';
import { draftOf } from '../json/draft.ts';
import { idsOf } from '../json/ids.ts';
import { addQuotedReply } from '../json/quoted-reply.ts';
import { tagsOf } from '../json/tags.ts';

const KINDS: ReadonlyMap<string, EventKind> = new Map([
  ['sent', 'delivered'],
  ['bounce', 'bounced'],
  ['blocked', 'dropped'],
  ['spam', 'complained'],
  ['open', 'opened'],
  ['click', 'clicked'],
  ['unsub', 'unsubscribed'],
]);
/** Errors after which Mailjet tries again, by its own word. */
const TRIED_AGAIN = new Set(['greylisted']);

export default defineLogFormat({
  id: 'mailjet',
  title: 'Mailjet',
  service: 'mailjet',
  shape: 'records',
  obtain:
    'What the Event API posts to your address (Account, Event notifications): single objects, or arrays where events are grouped; kept one to a line',
  caveats: [
    'sent means that the recipient’s server has taken the message; nothing tells when Mailjet itself did',
    'Temporary failures are not told, but for greylisting; a bounce that is not hard has been given up',
    'blocked is told for addresses Mailjet did not try as well as for messages it withheld',
    'Nothing tells whether a person or a machine opened or clicked',
  ],
  sources: [
    { label: 'Mailjet, Event API', url: 'https://dev.mailjet.com/email/guides/webhooks/' },
    {
      label: 'Mailjet, the guide’s text',
      url: 'https://github.com/mailjet/api-documentation/blob/master/guides/_event-api.md',
    },
  ],
  recognise(record) {
    if (!KINDS.has(textAt(record, 'event') ?? '') || numberAt(record, 'time') === undefined) return 0;
    const marks = ['MessageID', 'Message_GUID', 'mj_campaign_id', 'mj_contact_id', 'mj_message_id', 'CustomID'];
    return marks.some((mark) => record[mark] !== undefined) ? 0.95 : 0;
  },
  read(record, sink, assumptions) {
    const word = textAt(record, 'event') ?? '';
    // An address with a slip in it that was put right.
    if (word === 'typofix') return true;
    const told = KINDS.get(word);
    if (told === undefined) return false;
    const kind = isTriedAgain(record) ? 'deferred' : told;
    const when = momentOf(record['time'], assumptions);
    const event = draftOf('mailjet', kind, when, record['email'], { record, sink });
    if (event === undefined) return true;
    event.ids = idsOf({ esp: exactId(record) });
    if (kind === 'delivered') addQuotedReply(event, textAt(record, 'smtp_reply'));
    else if (kind === 'clicked') {
      const url = textAt(record, 'url');
      if (url !== undefined) event.url = url;
    } else if (kind === 'bounced' || kind === 'deferred' || kind === 'dropped') addError(event, record);
    event.tags = tagsOf({
      campaign: textAt(record, 'customcampaign') ?? numbered(record, 'mj_campaign_id'),
      list: numbered(record, 'mj_list_id'),
      template: numbered(record, 'mj_template_id'),
    });
    sink.event(event);
    return true;
  },
});

const isTriedAgain = (record: JsonObject): boolean =>
  TRIED_AGAIN.has(textAt(record, 'error') ?? '') && record['hard_bounce'] !== true;

function addError(event: Draft, record: JsonObject): void {
  // `comment` quotes the reply where there was one.
  addQuotedReply(event, textAt(record, 'comment'));
  const reason = textAt(record, 'error') ?? textAt(record, 'error_related_to');
  if (reason !== undefined) event.espClass = reason;
  if (typeof record['hard_bounce'] === 'boolean' && event.kind !== 'dropped') event.permanent = record['hard_bounce'];
}

/** MessageID goes beyond 2^53; where it came as a number all the same, older events have it as text as well. */
function exactId(record: JsonObject): string | undefined {
  const id = numbered(record, 'MessageID');
  const isExact = typeof record['MessageID'] === 'string' || Number.isSafeInteger(record['MessageID']);
  return (isExact ? undefined : textAt(record, 'mj_message_id')) ?? id ?? textAt(record, 'Message_GUID');
}

/** 0 stands for none. */
function numbered(record: JsonObject, key: string): string | undefined {
  const text = textAt(record, key);
  return text === '0' ? undefined : text;
}
