import type { Draft, EventKind } from '../event.ts';
import { defineLogFormat, type JsonObject } from '../format.ts';
import { listAt, objectAt, textAt } from '../json/at.ts';
import { isObject } from '../json/inside.ts';
import { addMail } from '../json/mail-fields.ts';
import { addQuotedReply } from '../json/quoted-reply.ts';
import { tagsOf } from '../json/tags.ts';
import { telling } from '../json/telling.ts';

const KINDS: ReadonlyMap<string, EventKind> = new Map([
  ['SEND', 'accepted'],
  ['REJECT', 'dropped'],
  ['RENDERING_FAILURE', 'dropped'],
  ['DELIVERY', 'delivered'],
  ['DELIVERY_DELAY', 'deferred'],
  ['BOUNCE', 'bounced'],
  ['COMPLAINT', 'complained'],
  ['OPEN', 'opened'],
  ['CLICK', 'clicked'],
  ['SUBSCRIPTION', 'unsubscribed'],
]);

export default defineLogFormat({
  id: 'amazon-ses-insights',
  title: 'Amazon SES message insights',
  service: 'amazon-ses',
  shape: 'records',
  obtain:
    'The answers of Amazon SES’s GetMessageInsights (aws sesv2 get-message-insights), or an export of message insights as JSON',
  caveats: [
    'Suppressed addresses are told as bounces, with the reason, and count as kept back',
    'Opens by proxies and scanners are not told from those of people',
  ],
  sources: [
    {
      label: 'Amazon SES, GetMessageInsights',
      url: 'https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_GetMessageInsights.html',
    },
  ],
  recognise: (record) => (isMessage(lowerKeys(record)) ? 0.95 : 0),
  read(given, sink, assumptions) {
    const record = lowerKeys(given);
    if (!isMessage(record)) return false;
    const tags = listAt(record, 'emailTags').filter(isObject).map(lowerKeys);
    const tagNamed = (name: string): string | undefined =>
      textAt(
        tags.find((tag) => textAt(tag, 'name') === name),
        'value',
      );
    const fill = (event: Draft): void => {
      event.ids = { esp: textAt(record, 'messageId') ?? '' };
      addMail(event, { from: record['fromEmailAddress'] });
      event.tags = tagsOf({
        'configuration-set': tagNamed('ses:configuration-set'),
        campaign: tagNamed('campaign'),
      });
    };
    for (const insight of listAt(record, 'insights').filter(isObject).map(lowerKeys)) {
      const tell = telling(
        'amazon-ses-insights',
        { record: given, to: insight['destination'], fill },
        sink,
        assumptions,
      );
      for (const told of listAt(insight, 'events').filter(isObject).map(lowerKeys)) {
        const kind = KINDS.get(textAt(told, 'type') ?? '');
        if (kind === undefined) continue;
        const bounce = lowerKeys(objectAt(lowerKeys(objectAt(told, 'details')), 'bounce'));
        const why = textAt(bounce, 'bounceSubType') ?? '';
        const isKeptBack = kind === 'bounced' && /suppress/i.test(why);
        tell(isKeptBack ? 'dropped' : kind, told['timestamp'], (event) => addBounce(event, bounce));
      }
    }
    return true;
  },
});

/** The command line writes `MessageId`, exports and other clients `messageId`. */
const lowerKeys = (record: JsonObject | undefined): JsonObject =>
  Object.fromEntries(
    Object.entries(record ?? {}).map(([key, value]) => [key.charAt(0).toLowerCase() + key.slice(1), value]),
  );

const isMessage = (record: JsonObject): boolean =>
  textAt(record, 'messageId') !== undefined && listAt(record, 'insights').some(isObject);

function addBounce(event: Draft, bounce: JsonObject): void {
  const type = textAt(bounce, 'bounceType');
  if (type === undefined) return;
  addQuotedReply(event, textAt(bounce, 'diagnosticCode'));
  const why = textAt(bounce, 'bounceSubType');
  event.espClass = why === undefined ? type : `${type}/${why}`;
  if (event.kind === 'bounced') event.permanent = /^permanent$/i.test(type);
}
