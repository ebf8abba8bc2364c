import type { Draft, EventKind } from '../event.ts';
import { defineLogFormat, type JsonObject } from '../format.ts';
import { objectAt, textAt, textsAt } from '../json/at.ts';
import { draftOf } from '../json/draft.ts';
import { idsOf } from '../json/ids.ts';
import { tagsOf } from '../json/tags.ts';
import { utcOf } from '../json/time.ts';

const KINDS: ReadonlyMap<string, EventKind> = new Map([
  ['emailsend', 'accepted'],
  ['emailbounce', 'bounced'],
  ['emailsendskip', 'dropped'],
  ['emailopen', 'opened'],
  ['emailclick', 'clicked'],
  ['hostedunsubscribeclick', 'unsubscribed'],
  ['emailcomplaint', 'complained'],
  ['emailunsubscribe', 'unsubscribed'],
  ['emailsubscribe', 'subscribed'],
]);
/** Of telephones and pages: `smsSend`, `pushOpen`, `inAppClick`; of the sending itself: `emailBlastSend`. */
const ASIDE = /^(?:sms|push|inApp|webPush|embedded|whatsApp|journey|emailBlast)[A-Z]/;

export default defineLogFormat({
  id: 'iterable',
  title: 'Iterable',
  service: 'iterable',
  shape: 'records',
  obtain: 'What a system webhook receives (Integrations, System Webhooks), one object to a line',
  caveats: [
    'A send is taken in for sending; what the recipient’s server accepted is not told',
    'Why a mail bounced is told by recipientState only: HardBounce or SoftBounce',
    'Times are in UTC; opens by proxies are named (proxySource), but not told from those of people',
  ],
  sources: [
    {
      label: 'Iterable, System webhooks',
      url: 'https://support.iterable.com/hc/en-us/articles/208013936-System-Webhooks',
    },
  ],
  recognise(record) {
    const told = objectAt(record, 'dataFields');
    return kindOf(record) !== undefined && textAt(record, 'email') !== undefined && told?.['createdAt'] !== undefined
      ? 0.95
      : 0;
  },
  read(record, sink, assumptions) {
    const kind = kindOf(record);
    const told = objectAt(record, 'dataFields');
    if (kind === undefined || told === undefined) return ASIDE.test(textAt(record, 'eventName') ?? '');
    const event = draftOf('iterable', kind, utcOf(told['createdAt'], assumptions), record['email'] ?? told['email'], {
      record,
      sink,
    });
    if (event === undefined) return true;
    event.ids = idsOf({ esp: textAt(told, 'messageId') });
    addDetails(event, told);
    event.tags = tagsOf({
      campaign: textAt(told, 'campaignName') ?? textAt(told, 'campaignId'),
      template: textAt(told, 'templateName') ?? textAt(told, 'templateId'),
      stream: textAt(told, 'messageTypeId'),
      tag: textsAt(told, 'labels'),
    });
    sink.event(event);
    return true;
  },
});

/** `emailUnSubscribe` and `emailUnsubscribe` have both been seen. */
const kindOf = (record: JsonObject): EventKind | undefined =>
  KINDS.get((textAt(record, 'eventName') ?? '').toLowerCase());

function addDetails(event: Draft, told: JsonObject): void {
  const state = textAt(told, 'recipientState');
  if (event.kind === 'bounced' && state !== undefined) {
    event.espClass = state;
    event.permanent = /^hard/i.test(state);
  }
  const reason = textAt(told, 'reason');
  if (event.kind === 'dropped') event.espClass = reason ?? 'suppressed';
  const url = textAt(told, 'url') ?? textAt(told, 'href');
  if (event.kind === 'clicked' && url !== undefined) event.url = url;
}
