import type { Draft } from '../event.ts';
import type { JsonObject } from '../format.ts';

type Add = (event: Draft, told: JsonObject) => void;

/**
 * What a service says of an event beside whose it is: of an open or a click, or of the way of the mail. Of a complaint and
 * of subscriptions it says neither: what such a record holds of a delivery is an earlier one's.
 */
export function addByKind(
  event: Draft,
  told: JsonObject,
  adds: { readonly engagement: Add; readonly delivery: Add },
): void {
  switch (event.kind) {
    case 'opened':
    case 'clicked':
      return adds.engagement(event, told);
    case 'complained':
    case 'unsubscribed':
    case 'subscribed':
      return;
    default:
      return adds.delivery(event, told);
  }
}
