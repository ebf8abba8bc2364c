import type { JsonObject } from '../format.ts';
import type { EventIds, MailEvent } from '../event.ts';
import type { DraftTags } from '../json/draft.ts';
import { addressOf, asBefore, ipOf, joinedText, listOf, messageIdOf, objectOf, textOf } from '../json/fields.ts';

/** What all events of a message have in common. */
interface Mail {
  readonly ids: EventIds;
  readonly tags: DraftTags;
  readonly from: string | undefined;
  readonly sourceIp: string | undefined;
  /** Of the way to the recipient’s server; absent where it is not told, or nobody was reached. */
  readonly tls: MailEvent['tls'];
}

/** Tags of SES's own, which stand among the sender's. */
const OWN_TAGS: ReadonlyMap<string, string> = new Map([
  ['ses:configuration-set', 'configuration-set'],
  ['ses:from-domain', 'from-domain'],
  ['ses:caller-identity', 'caller-identity'],
  // Who handed the message in; not the address it left from.
  ['ses:source-ip', 'source-ip'],
]);
/** Of the others nobody has asked: how the message was handed in, and where it went. */
const OWN = 'ses:';

export function mailOf(mail: JsonObject): Mail {
  const told = objectOf(mail['tags']);
  const tags: DraftTags = {};
  for (const name of Object.keys(told)) {
    const text = joinedText(told[name]);
    const key = OWN_TAGS.get(name) ?? (name.startsWith(OWN) ? undefined : name);
    if (text !== undefined && key !== undefined) tags[key] = text;
  }
  const common = objectOf(mail['commonHeaders']);
  // `source` is what the From field says, whatever the documentation calls it.
  const from = sender(listOf(common['from'])[0]) ?? sender(mail['source']);
  return { ids: idsOf(mail), tags, from, sourceIp: firstIp(told['ses:outgoing-ip']), tls: tlsOf(told) };
}

function tlsOf(told: JsonObject): Mail['tls'] {
  const version = joinedText(told['ses:outgoing-tls-version']);
  if (version === undefined || !/^(?:TLS|SSL)v/i.test(version)) return undefined;
  const cipher = joinedText(told['ses:outgoing-tls-cipher']);
  return cipher === undefined ? { version } : { version, cipher };
}

/** Events of one sender follow each other. */
const sender = asBefore(addressOf);

function firstIp(told: unknown): string | undefined {
  for (const one of listOf(told)) {
    const ip = ipOf(one);
    if (ip !== undefined) return ip;
  }
  return undefined;
}

const idsOf = (mail: JsonObject): EventIds => ({
  message: messageIdOf(objectOf(listOf(mail['headers']).find(isMessageId))['value']),
  esp: textOf(mail['messageId']),
});

const MESSAGE_ID = 'message-id';
/** Of dozens of header fields: those of another length are passed by at a glance. */
function isMessageId(header: unknown): boolean {
  const { name } = objectOf(header);
  return typeof name === 'string' && name.length === MESSAGE_ID.length && name.toLowerCase() === MESSAGE_ID;
}
