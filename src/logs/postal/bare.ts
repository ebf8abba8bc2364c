import type { JsonObject } from '../format.ts';
import { objectAt, textAt } from '../json/at.ts';

const STATUSES: ReadonlyMap<string, string> = new Map([
  ['Sent', 'MessageSent'],
  ['SoftFail', 'MessageDelayed'],
  ['HardFail', 'MessageDeliveryFailed'],
  ['Held', 'MessageHeld'],
  ['Bounced', 'MessageBounced'],
]);

/**
 * The event's name, where a payload comes without the object around it: as Postal's documentation shows it, and as many
 * who take it in keep it. Undefined where it is none.
 */
export function barePayload(record: JsonObject): string | undefined {
  if (isMessage(objectAt(record, 'original_message')) && isMessage(objectAt(record, 'bounce'))) return 'MessageBounced';
  if (!isMessage(objectAt(record, 'message'))) return undefined;
  const status = textAt(record, 'status');
  if (status !== undefined) return 'details' in record ? STATUSES.get(status) : undefined;
  if (!('ip_address' in record) || !('user_agent' in record)) return undefined;
  return 'url' in record ? 'MessageLinkClicked' : 'MessageLoaded';
}

const isMessage = (message: JsonObject | undefined): boolean =>
  textAt(message, 'direction') !== undefined && 'spam_status' in (message ?? {}) && 'token' in (message ?? {});
