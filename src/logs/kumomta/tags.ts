import type { Draft } from '../event.ts';
import type { JsonObject } from '../format.ts';
import type { DraftTags } from '../json/draft.ts';
import { joinedText, objectOf, textOf } from '../json/fields.ts';

/** `campaign:tenant@domain`, `tenant@domain`, `domain`; `!routing.domain` may follow. */
const QUEUE = /^(?:(?:([^:@!]*):)?([^@!]*)@)?[^@!]*(?:!|$)/;
/** Fields that senders put there to tell their mail apart. */
const OWN_FIELD = /^(?:x-|feedback-id$|list-id$)/i;

/** A header of the message, where the logger records it; names in whatever case it was configured with. */
export function headerOf(record: JsonObject, name: string): string | undefined {
  const headers = objectOf(record['headers']);
  for (const key of Object.keys(headers)) {
    if (key.toLowerCase() !== name) continue;
    const value = headers[key];
    return textOf(Array.isArray(value) ? value[0] : value);
  }
  return undefined;
}

/** Campaign and tenant by the queue's name, pool and source, and what the logger is configured to record. */
export function addTags(event: Draft, record: JsonObject): void {
  const tags: DraftTags = {};
  const put = (name: string, value: unknown): void => {
    const text = joinedText(value);
    if (text !== undefined) tags[name] = text;
  };
  const meta = objectOf(record['meta']);
  for (const key of Object.keys(meta)) put(key, meta[key]);
  const headers = objectOf(record['headers']);
  for (const key of Object.keys(headers)) if (OWN_FIELD.test(key)) put(key.toLowerCase(), headers[key]);
  const [, campaign, tenant] = QUEUE.exec(textOf(record['queue']) ?? '') ?? [];
  put('campaign', campaign);
  put('tenant', tenant);
  put('egress-pool', record['egress_pool']);
  put('egress-source', record['egress_source']);
  event.tags = tags;
}
