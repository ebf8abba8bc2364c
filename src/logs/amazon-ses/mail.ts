import type { JsonObject } from '../format.ts';
import type { DraftIds, DraftTags } from '../json/draft.ts';
import { addressOf, ipOf, joinedText, listOf, messageIdOf, objectOf, textOf } from '../json/fields.ts';

/** What all events of a message have in common. */
interface Mail {
  readonly ids: DraftIds;
  readonly tags: DraftTags;
  readonly from?: string;
  readonly sourceIp?: string;
}

/** Tags of SES's own, which stand among the sender's. */
const OWN_TAGS: ReadonlyMap<string, string> = new Map([
  ['ses:configuration-set', 'configuration-set'],
  ['ses:from-domain', 'from-domain'],
  ['ses:caller-identity', 'caller-identity'],
  // Who handed the message in; not the address it left from.
  ['ses:source-ip', 'source-ip'],
  ['ses:source-tls-version', ''],
  ['ses:operation', ''],
  ['ses:outgoing-ip', ''],
  ['ses:outgoing-tls-version', ''],
  ['ses:recipient-isp', ''],
]);

export function mailOf(mail: JsonObject): Mail {
  const told = objectOf(mail['tags']);
  const tags: DraftTags = {};
  for (const name of Object.keys(told)) {
    const text = joinedText(told[name]);
    const key = OWN_TAGS.get(name) ?? name;
    if (text !== undefined && key !== '') tags[key] = text;
  }
  const common = objectOf(mail['commonHeaders']);
  // `source` is what the From field says, whatever the documentation calls it.
  const from = addressOf(listOf(common['from'])[0]) ?? addressOf(mail['source']);
  const sourceIp = listOf(told['ses:outgoing-ip'])
    .map(ipOf)
    .find((ip) => ip !== undefined);
  return {
    ids: idsOf(mail),
    tags,
    ...(from !== undefined && { from }),
    ...(sourceIp !== undefined && { sourceIp }),
  };
}

function idsOf(mail: JsonObject): DraftIds {
  const ids: DraftIds = {};
  const header = listOf(mail['headers']).find((one) => /^message-id$/i.test(String(objectOf(one)['name'])));
  const message = messageIdOf(objectOf(header)['value']);
  if (message !== undefined) ids.message = message;
  const esp = textOf(mail['messageId']);
  if (esp !== undefined) ids.esp = esp;
  return ids;
}
