import type { JsonObject } from '../format.ts';
import type { DraftTags } from '../json/draft.ts';
import { joinedText, listOf, objectOf, textOf } from '../json/fields.ts';

/** What the sender calls it. User variables are left out: they tell recipients apart, not kinds of mail. */
export function mailgunTags(told: JsonObject): DraftTags {
  const tags: DraftTags = {};
  const put = (name: string, value: unknown): void => {
    const text = joinedText(value);
    if (text !== undefined) tags[name] = text;
  };
  // Before 2018 `tag`, once for each.
  put('tag', told['tags'] ?? told['tag']);
  if (told['campaigns'] !== undefined)
    put(
      'campaign',
      listOf(told['campaigns']).map((one) => textOf(one) ?? objectOf(one)['name'] ?? objectOf(one)['id']),
    );
  else put('campaign', told['campaign-name'] ?? told['campaign-id']);
  if (told['template'] !== undefined) put('template', objectOf(told['template'])['name']);
  if (told['mailing-list'] !== undefined)
    put('mailing-list', objectOf(told['mailing-list'])['address'] ?? told['mailing-list']);
  put('domain', objectOf(told['domain'])['name'] ?? told['domain']);
  return tags;
}
