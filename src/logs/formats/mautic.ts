import type { Draft, EventKind } from '../event.ts';
import { defineLogFormat, type JsonObject } from '../format.ts';
import { objectAt, textAt } from '../json/at.ts';
import { draftOf } from '../json/draft.ts';
import { addressOf, listOf } from '../json/fields.ts';
import { idsOf } from '../json/ids.ts';
import { readNested } from '../json/nested.ts';
import { tagsOf } from '../json/tags.ts';
import { momentOf } from '../json/time.ts';

const SENT = 'mautic.email_on_send';
const OPENED = 'mautic.email_on_open';
const CHANGED = 'mautic.lead_channel_subscription_changed';
const STATES: ReadonlyMap<string, EventKind> = new Map([
  ['bounced', 'bounced'],
  ['unsubscribed', 'unsubscribed'],
]);

export default defineLogFormat({
  id: 'mautic',
  title: 'Mautic',
  shape: 'records',
  obtain:
    'What a webhook receives for emails sent, emails opened and changes of a contact’s channel, one object to a line',
  caveats: [
    'Mautic hands mail to a server or a service, and does not tell what became of it there but for bounces: their own logs and events tell the rest',
    'A bounce is a contact that is no longer to be written to: neither the mail nor the reason is told',
    'Opens may be those of machines; clicks are hits of pages, and not read',
    'The time a text names is when the event happened, the webhook may come later',
  ],
  sources: [
    {
      label: 'Mautic, Email send event',
      url: 'https://devdocs.mautic.org/en/latest/webhooks/events/email_on_send.html',
    },
    {
      label: 'Mautic, Contact Channel subscription change event',
      url: 'https://devdocs.mautic.org/en/latest/webhooks/events/lead_channel_subscription_changed.html',
    },
  ],
  recognise: (record) => ([SENT, OPENED, CHANGED].some((key) => isTold(record, key)) ? 0.96 : 0),
  read(record, sink, assumptions) {
    let isOurs = false;
    for (const key of [SENT, OPENED, CHANGED]) {
      if (!isTold(record, key)) continue;
      isOurs = true;
      readNested(listOf(record[key]), 'Mautic', sink, (told) => {
        const kind = kindOf(key, told);
        if (kind === undefined) return key === CHANGED;
        const when = momentOf(told['timestamp'], assumptions);
        const event = draftOf('mautic', kind, when, personOf(told), { record: told, sink });
        if (event === undefined) return true;
        if (key !== CHANGED) addMessage(event, told);
        sink.event(event);
        return true;
      });
    }
    return isOurs;
  },
});

const isTold = (record: JsonObject, key: string): boolean => typeof record[key] === 'object' && record[key] !== null;

/** Of a change: of which channel, and to what. */
function kindOf(key: string, told: JsonObject): EventKind | undefined {
  if (key === SENT) return 'accepted';
  if (key === OPENED) return 'opened';
  return textAt(told, 'channel') === 'email' ? STATES.get(textAt(told, 'new_status') ?? '') : undefined;
}

/** A contact has its fields in groups, each with its value; where it is a row of the table, beside each other. */
function personOf(told: JsonObject): string | undefined {
  const stat = objectAt(told, 'stat');
  const contact = objectAt(told, 'contact') ?? objectAt(stat, 'lead');
  const core = objectAt(objectAt(contact, 'fields'), 'core');
  return (
    textAt(stat, 'emailAddress') ??
    textAt(objectAt(core, 'email'), 'value') ??
    textAt(core, 'email') ??
    textAt(contact, 'email')
  );
}

function addMessage(event: Draft, told: JsonObject): void {
  const stat = objectAt(told, 'stat');
  const email = objectAt(told, 'email') ?? objectAt(stat, 'email');
  event.ids = idsOf({ esp: textAt(told, 'idHash') ?? textAt(stat, 'trackingHash') });
  const from = addressOf(email?.['fromAddress']);
  if (from !== undefined) event.from = from;
  event.tags = tagsOf({
    campaign: textAt(email, 'name') ?? textAt(email, 'id'),
    category: textAt(objectAt(email, 'category'), 'title'),
  });
}
