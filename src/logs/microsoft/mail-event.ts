import { newDraft } from '../draft.ts';
import type { EventKind, MailEvent } from '../event.ts';
import type { EventSink } from '../format.ts';
import { addressOf, countOf, domainOf, ipOf, messageIdOf } from '../json/fields.ts';

/** What a column or key of the table EmailEvents holds; empty where it is not there. */
export type Told = (name: string) => string;

interface Outcome {
  readonly kind: EventKind;
  readonly hop?: MailEvent['hop'];
  readonly espClass?: string;
}

/** DeliveryLocation, as it is documented and as it is written: case and blanks aside. */
const LOCATIONS: ReadonlyMap<string, Outcome> = new Map<string, Outcome>([
  ['inboxfolder', { kind: 'delivered', hop: 'local' }],
  ['inbox', { kind: 'delivered', hop: 'local' }],
  ['junkfolder', { kind: 'delivered', hop: 'local' }],
  ['junk', { kind: 'delivered', hop: 'local' }],
  ['deleteditems', { kind: 'delivered', hop: 'local' }],
  ['deletedfolder', { kind: 'delivered', hop: 'local' }],
  ['onpremisesexternal', { kind: 'delivered', hop: 'mx' }],
  ['external', { kind: 'delivered', hop: 'mx' }],
  ['failed', { kind: 'bounced' }],
  ['dropped', { kind: 'dropped', espClass: 'Dropped' }],
  ['quarantine', { kind: 'dropped', espClass: 'Quarantine' }],
]);
/** DeliveryAction, where the place is not told. */
const ACTIONS: ReadonlyMap<string, Outcome> = new Map<string, Outcome>([
  ['delivered', { kind: 'delivered' }],
  ['junked', { kind: 'delivered', hop: 'local' }],
  ['replaced', { kind: 'delivered' }],
  ['blocked', { kind: 'dropped', espClass: 'Blocked' }],
]);
const plain = (word: string): string => word.toLowerCase().replaceAll(/[^a-z]/g, '');

/** A row of EmailEvents. Mail from outside is none of ours. */
export function tellMailEvent(
  source: string,
  seconds: number,
  told: Told,
  { sink, text }: { readonly sink: EventSink; readonly text: () => string },
): void {
  if (plain(told('EmailDirection')) === 'inbound') return;
  const [location, action] = [told('DeliveryLocation'), told('DeliveryAction')];
  const outcome = LOCATIONS.get(plain(location)) ?? ACTIONS.get(plain(action));
  const recipient = addressOf(told('RecipientEmailAddress'));
  if (outcome === undefined || recipient === undefined) {
    sink.unread(recipient === undefined ? 'an event without a recipient' : 'a delivery that is not known', text());
    return;
  }
  const event = newDraft(source, outcome.kind, seconds, undefined);
  event.recipient = recipient;
  event.recipientDomain = domainOf(recipient);
  event.ids = { message: messageIdOf(told('InternetMessageId')), esp: told('NetworkMessageId') || undefined };
  event.from = addressOf(told('SenderFromAddress'));
  event.envelopeFrom = addressOf(told('SenderMailFromAddress'));
  event.sourceIp = ipOf(told('SenderIPv4')) ?? ipOf(told('SenderIPv6'));
  event.size = told('EmailSize') === '' ? undefined : countOf(told('EmailSize'));
  event.hop = outcome.hop;
  event.espClass = outcome.espClass;
  sink.event(event);
}
