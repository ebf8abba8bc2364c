import type { Draft } from '../event.ts';
import type { JsonObject } from '../format.ts';
import { type DraftTags, putTag } from '../json/draft.ts';
import { objectOf, textOf } from '../json/fields.ts';

/** Fields that senders put there to tell their mail apart. */
const OWN_FIELD = /^(?:x-|feedback-id$|list-id$)/i;

/** A header of the message, where the logger records it; names in whatever case it was configured with. */
export function headerOf(record: JsonObject, name: string): string | undefined {
  const headers = objectOf(record['headers']);
  for (const key of Object.keys(headers)) {
    // Most are of another length, and need not be put into lower case to be told apart.
    if (key.length !== name.length || key.toLowerCase() !== name) continue;
    const value = headers[key];
    return textOf(Array.isArray(value) ? value[0] : value);
  }
  return undefined;
}

/** Campaign and tenant by the queue's name, pool and source, and what the logger is configured to record. */
export function addTags(event: Draft, record: JsonObject): void {
  const tags: DraftTags = {};
  const meta = objectOf(record['meta']);
  for (const key of Object.keys(meta)) putTag(tags, key, meta[key]);
  const headers = objectOf(record['headers']);
  for (const key of Object.keys(headers)) if (OWN_FIELD.test(key)) putTag(tags, key.toLowerCase(), headers[key]);
  addQueue(tags, textOf(record['queue']) ?? '');
  putTag(tags, 'egress-pool', record['egress_pool']);
  putTag(tags, 'egress-source', record['egress_source']);
  event.tags = tags;
}

/** `campaign:tenant@domain`, `tenant@domain`, `domain`; `!routing.domain` may follow. */
function addQueue(tags: DraftTags, queue: string): void {
  const routing = queue.indexOf('!');
  const at = queue.indexOf('@');
  if (at < 0 || (routing >= 0 && routing < at)) return;
  const next = queue.indexOf('@', at + 1);
  if (next >= 0 && (routing < 0 || next < routing)) return;
  const colon = queue.indexOf(':');
  const hasCampaign = colon >= 0 && colon < at;
  if (hasCampaign) putTag(tags, 'campaign', queue.slice(0, colon));
  putTag(tags, 'tenant', queue.slice(hasCampaign ? colon + 1 : 0, at));
}
