import type { JsonObject } from '../format.ts';
import { type DraftTags, putTag } from '../json/draft.ts';
import { listOf, objectOf, textOf } from '../json/fields.ts';

/** What the sender calls it. User variables are left out: they tell recipients apart, not kinds of mail. */
export function mailgunTags(told: JsonObject): DraftTags {
  const tags: DraftTags = {};
  // Before 2018 `tag`, once for each; of deliveries and failures as the header field stood in the message.
  putTag(tags, 'tag', told['tags'] ?? ownTag(told['tag']) ?? told['X-Mailgun-Tag']);
  if (told['campaigns'] !== undefined)
    putTag(
      tags,
      'campaign',
      listOf(told['campaigns']).map((one) => textOf(one) ?? objectOf(one)['name'] ?? objectOf(one)['id']),
    );
  else putTag(tags, 'campaign', told['campaign-name'] ?? told['campaign-id']);
  if (told['template'] !== undefined) putTag(tags, 'template', objectOf(told['template'])['name']);
  if (told['mailing-list'] !== undefined)
    putTag(tags, 'mailing-list', objectOf(told['mailing-list'])['address'] ?? told['mailing-list']);
  putTag(tags, 'ip-pool', objectOf(told['envelope'])['i-ip-pool-name']);
  putTag(tags, 'domain', objectOf(told['domain'])['name'] ?? told['domain']);
  return tags;
}

/** Of an unsubscription `*` stands for all of them. */
const ownTag = (tag: unknown): unknown => (tag === '*' ? undefined : tag);
