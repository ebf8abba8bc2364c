import type { JsonObject } from '../format.ts';
import { listAt, objectAt, textAt } from '../json/at.ts';
import { isObject } from '../json/inside.ts';

export interface GmailEntry {
  /** When, and whether it went well. */
  readonly event: JsonObject;
  readonly message: JsonObject;
}

/** A row of the table has both under `gmail`, one of the older tables beside each other; the Reports API as parameters. */
export function gmailEntryIn(record: JsonObject): GmailEntry | undefined {
  for (const told of [objectAt(record, 'gmail'), record]) {
    const [event, message] = [objectAt(told, 'event_info'), objectAt(told, 'message_info')];
    if (event !== undefined && message?.['action_type'] !== undefined) return { event, message };
  }
  if (textAt(record, 'type') !== 'delivery_type') return undefined;
  const { event_info: event, message_info: message } = unfolded(record['parameters']);
  return isObject(event) && isObject(message) ? { event, message } : undefined;
}

/** Parameters within parameters. Stops a list that holds itself a thousand times. */
const NESTING = 6;

/** `[{"name": "action_type", "intValue": "10"}]` as `{"action_type": "10"}`. */
function unfolded(parameters: unknown, depth = 0): JsonObject {
  if (!Array.isArray(parameters) || depth > NESTING) return {};
  return Object.fromEntries(parameters.filter(isObject).map((one) => [textAt(one, 'name') ?? '', valueOf(one, depth)]));
}

function valueOf(one: JsonObject, depth: number): unknown {
  const message = objectAt(one, 'messageValue');
  if (message !== undefined) return unfolded(message['parameter'], depth + 1);
  const messages = listAt(one, 'multiMessageValue').filter(isObject);
  if (messages.length > 0) return messages.map((each) => unfolded(each['parameter'], depth + 1));
  return one['value'] ?? one['intValue'] ?? one['boolValue'] ?? one['multiValue'];
}
