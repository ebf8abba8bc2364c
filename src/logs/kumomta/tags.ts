import type { Draft } from '../event.ts';
import type { JsonObject } from '../format.ts';
import { type DraftTags, putTag } from '../json/draft.ts';
import { objectOf, textOf } from '../json/fields.ts';

/** Fields that senders put there to tell their mail apart. */
const OWN_FIELD = /^(?:x-|feedback-id$|list-id$)/;

/** Names of fields in whatever case the logger is configured with, and what each is in ours. Stops names made up at random. */
const MOST_NAMES = 1000;
const names = new Map<string, string>();

function lowerCase(name: string): string {
  const known = names.get(name);
  if (known !== undefined) return known;
  if (names.size >= MOST_NAMES) names.clear();
  const lower = name.toLowerCase();
  names.set(name, lower);
  return lower;
}

/** What the message's own fields tell, where the logger records them. */
export interface Headers {
  readonly messageId: string | undefined;
  readonly from: string | undefined;
}

/** Campaign and tenant by the queue's name, pool and source, and what the logger is configured to record. */
export function addTags(event: Draft, record: JsonObject): Headers {
  const tags: DraftTags = {};
  const meta = objectOf(record['meta']);
  for (const key of Object.keys(meta)) putTag(tags, key, meta[key]);
  let [messageId, from]: (string | undefined)[] = [];
  const headers = objectOf(record['headers']);
  for (const key of Object.keys(headers)) {
    const name = lowerCase(key);
    if (name === 'message-id') messageId ??= firstOf(headers[key]);
    else if (name === 'from') from ??= firstOf(headers[key]);
    else if (OWN_FIELD.test(name)) putTag(tags, name, headers[key]);
  }
  addQueue(tags, textOf(record['queue']) ?? '');
  putTag(tags, 'egress-pool', record['egress_pool']);
  putTag(tags, 'egress-source', record['egress_source']);
  event.tags = tags;
  return { messageId, from };
}

const firstOf = (value: unknown): string | undefined => textOf(Array.isArray(value) ? value[0] : value);

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
