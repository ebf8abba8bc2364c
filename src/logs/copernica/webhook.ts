import type { JsonObject } from '../format.ts';
import { textAt } from '../json/at.ts';
import type { Outcome } from '../mapping/mapping.ts';

/** `mime`: what came back to the envelope's address, a bounce or an automatic answer. The mail tells. */
type Kind = Outcome | 'mime';

/** Words of webhooks, and of what the REST call events answers. */
const KINDS: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ['attempt', 'accepted'],
  ['delivery', 'delivered'],
  ['retry', 'deferred'],
  ['failure', 'bounced'],
  ['error', 'bounced'],
  ['bounce', 'mime'],
  ['response', 'mime'],
  ['open', 'opened'],
  ['impression', 'opened'],
  ['click', 'clicked'],
  ['abuse', 'complained'],
  ['unsubscribe', 'unsubscribed'],
]);
export const kindOfWord = (record: JsonObject, key: string): Kind | undefined => KINDS.get(textAt(record, key) ?? '');

const SECONDS = /^\d{9,10}$/;
const STAMP = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/;

/** What SMTPeter posts: the fields of a form, the time in it twice. Undefined where it is something else. */
export function webhookKind(record: JsonObject): Kind | undefined {
  const kind = kindOfWord(record, 'type');
  const isOurs =
    SECONDS.test(textAt(record, 'time') ?? '') &&
    STAMP.test(textAt(record, 'timestamp') ?? '') &&
    textAt(record, 'id') !== undefined &&
    textAt(record, 'recipient') !== undefined;
  if (kind === undefined || !isOurs) return undefined;
  if (kind === 'mime') return 'mime' in record ? kind : 'bounced';
  return kind === 'bounced' && textAt(record, 'action') === 'delayed' ? 'deferred' : kind;
}
