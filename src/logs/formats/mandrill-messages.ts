import type { Draft, EventKind } from '../event.ts';
import { defineLogFormat, type JsonObject } from '../format.ts';
import { listAt, numberAt, textAt, textsAt } from '../json/at.ts';
import { addMail } from '../json/mail-fields.ts';
import { isObject } from '../json/inside.ts';
import { addQuotedReply } from '../json/quoted-reply.ts';
import { tagsOf } from '../json/tags.ts';
import { telling } from '../json/telling.ts';

/** Of the SMTP conversation. */
const ATTEMPTS: ReadonlyMap<string, EventKind> = new Map([
  ['sent', 'delivered'],
  ['deferred', 'deferred'],
  ['bounced', 'bounced'],
  ['soft-bounced', 'bounced'],
]);
/** What a state tells beside: `sent` is taken over by the recipient's server, and so were complaints and the like. */
const STATES: ReadonlyMap<string, readonly EventKind[]> = new Map([
  ['sent', ['delivered']],
  ['deferred', ['deferred']],
  ['bounced', ['bounced']],
  ['soft-bounced', ['bounced']],
  ['rejected', ['dropped']],
  ['spam', ['delivered', 'complained']],
  ['unsub', ['delivered', 'unsubscribed']],
]);

export default defineLogFormat({
  id: 'mandrill-messages',
  title: 'Mailchimp Transactional (Mandrill) messages, JSON',
  service: 'mandrill',
  shape: 'records',
  obtain: 'The answers of Mandrill’s messages/search, messages/search-time-series excepted, and messages/info',
  caveats: [
    'Where the attempts are not listed (smtp_events), all that the state tells stands at the time of sending',
    'Complaints and unsubscribes have no time of their own: they stand at that of sending',
    'Opens and clicks by machines are not told from those of people',
  ],
  sources: [
    {
      label: 'Mailchimp Transactional, Search messages by date',
      url: 'https://mailchimp.com/developer/transactional/api/messages/search-messages-by-date/',
    },
  ],
  recognise: (record) => (isMessage(record) && numberAt(record, 'ts') !== undefined ? 0.95 : 0),
  read(record, sink, assumptions) {
    if (!isMessage(record)) return false;
    const fill = (event: Draft): void => {
      event.ids = { esp: textAt(record, '_id') ?? '' };
      addMail(event, { from: record['sender'] });
      event.tags = tagsOf({
        tag: textsAt(record, 'tags'),
        template: textAt(record, 'template'),
        subaccount: textAt(record, 'subaccount'),
      });
    };
    const tell = telling('mandrill-messages', { record, to: record['email'], fill }, sink, assumptions);
    const state = textAt(record, 'state') ?? '';
    if (state !== 'rejected') tell('accepted', record['ts']);
    const told = new Set<EventKind>();
    for (const attempt of listAt(record, 'smtp_events').filter(isObject)) {
      const kind = ATTEMPTS.get(textAt(attempt, 'type') ?? '');
      if (kind === undefined) continue;
      told.add(kind);
      tell(kind, attempt['ts'], (event) => addQuotedReply(event, textAt(attempt, 'diag')));
    }
    for (const kind of STATES.get(state) ?? [])
      if (!told.has(kind)) tell(kind, record['ts'], (event) => addState(event, record, state));
    for (const open of listAt(record, 'opens_detail').filter(isObject)) tell('opened', open['ts']);
    for (const click of listAt(record, 'clicks_detail').filter(isObject))
      tell('clicked', click['ts'], (event) => {
        const url = textAt(click, 'url');
        if (url !== undefined) event.url = url;
      });
    return true;
  },
});

const isMessage = (record: JsonObject): boolean =>
  textAt(record, '_id') !== undefined &&
  textAt(record, 'email') !== undefined &&
  STATES.has(textAt(record, 'state') ?? '') &&
  record['event'] === undefined;

function addState(event: Draft, record: JsonObject, state: string): void {
  if (event.kind === 'bounced' || event.kind === 'deferred') {
    addQuotedReply(event, textAt(record, 'diag'));
    const why = textAt(record, 'bounce_description');
    if (why !== undefined) event.espClass = why;
  }
  if (event.kind === 'bounced') event.permanent = state === 'bounced';
}
