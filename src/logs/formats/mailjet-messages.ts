import type { Draft, EventKind } from '../event.ts';
import { defineLogFormat, type EventSink, type Assumptions, type JsonObject } from '../format.ts';
import { listAt, numberAt, textAt } from '../json/at.ts';
import { addressOf } from '../json/fields.ts';
import { isObject } from '../json/inside.ts';
import { readNested } from '../json/nested.ts';
import { tagsOf } from '../json/tags.ts';
import { telling } from '../json/telling.ts';

/** A message has one state, the last: what was opened had been taken by the recipient's server before. */
const STATES: ReadonlyMap<string, readonly EventKind[]> = new Map([
  ['queued', ['accepted']],
  ['sent', ['delivered']],
  ['opened', ['delivered', 'opened']],
  ['clicked', ['delivered', 'clicked']],
  ['spam', ['delivered', 'complained']],
  ['unsub', ['delivered', 'unsubscribed']],
  ['deferred', ['deferred']],
  ['bounce', ['bounced']],
  ['hardbounced', ['bounced']],
  ['softbounced', ['bounced']],
  ['blocked', ['dropped']],
  ['unknown', []],
]);
const RECIPIENT_IS_TOLD = 'ContactAlt';

export default defineLogFormat({
  id: 'mailjet-messages',
  title: 'Mailjet messages, JSON',
  service: 'mailjet',
  shape: 'records',
  obtain:
    'The answers of Mailjet’s GET /v3/REST/message, asked with ShowContactAlt=true, without which they name nobody',
  caveats: [
    'A message has its last state only: all it tells stands at the time it came in, ArrivedAt',
    'Why a message bounced is a number in these answers (StateID), and stands as the service’s word; the Event API tells it',
    'Messages whose recipient is not named are counted as not understood',
  ],
  sources: [{ label: 'Mailjet, Messages', url: 'https://dev.mailjet.com/email/reference/messages/' }],
  recognise(record) {
    const [first] = listAt(record, 'Data');
    return isMessage(isObject(first) ? first : record) ? 0.95 : 0;
  },
  read(record, sink, assumptions) {
    const page = record['Data'];
    if (!Array.isArray(page) || record['Count'] === undefined) return readMessage(record, sink, assumptions);
    readNested(page, 'Mailjet', sink, (message) => readMessage(message, sink, assumptions));
    return true;
  },
});

const isMessage = (record: JsonObject): boolean =>
  STATES.has(textAt(record, 'Status') ?? '') &&
  textAt(record, 'ArrivedAt') !== undefined &&
  numberAt(record, 'ContactID') !== undefined;

function readMessage(record: JsonObject, sink: EventSink, assumptions: Assumptions): boolean {
  if (!isMessage(record)) return false;
  const state = textAt(record, 'Status') ?? '';
  const fill = (event: Draft): void => {
    event.ids = { esp: textAt(record, 'ID') ?? '' };
    event.tags = tagsOf({ campaign: numbered(record, 'CampaignID') });
  };
  const to = addressOf(record[RECIPIENT_IS_TOLD]);
  const tell = telling('mailjet-messages', { record, to, fill }, sink, assumptions);
  for (const kind of STATES.get(state) ?? [])
    tell(kind, record['ArrivedAt'], (event) => {
      if (kind !== 'bounced' && kind !== 'dropped' && kind !== 'deferred') return;
      const why = numbered(record, 'StateID');
      if (why !== undefined) event.espClass = `state ${why}`;
      if (kind === 'bounced') event.permanent = state === 'hardbounced' || record['StatePermanent'] === true;
    });
  return true;
}

/** 0 stands for none. */
function numbered(record: JsonObject, key: string): string | undefined {
  const text = textAt(record, key);
  return text === '0' ? undefined : text;
}
