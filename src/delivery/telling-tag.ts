import type { MailEvent } from '../logs/event.ts';
import { addressParts } from '../protocols/address-parts.ts';
import { purposeOfWord } from '../streams/purpose.ts';

/** What the sender itself calls a part of its mail, most telling first: it splits the mail of one service into streams. */
const TELLING_TAGS = [
  'stream',
  'configuration-set',
  'category',
  'vmta',
  'tenant',
  'ip-pool',
  'subaccount',
  'sasl',
  'tag',
];
const RANKS: ReadonlyMap<string, number> = new Map(TELLING_TAGS.map((name, rank) => [name, rank]));

/** The first of them that says something; undefined where none does. */
function tellingTag(tags: MailEvent['tags']): string | undefined {
  let first = TELLING_TAGS.length;
  let said: string | undefined;
  // Over the tags, which are few, and not over the names: each would be looked for in every event. No list is made of them.
  for (const name in tags) {
    const rank = RANKS.get(name) ?? first;
    const word = rank < first ? wordOf(name, tags[name] ?? '') : undefined;
    if (word === undefined) continue;
    first = rank;
    said = word;
  }
  return said;
}

function wordOf(name: string, value: string): string | undefined {
  if (value === '' || (name === 'stream' && value === UNNAMED)) return undefined;
  const login = name === 'sasl' ? addressParts(value) : undefined;
  if (login === undefined) return value;
  // A login that is an address is a person's, unless its name says what the mail is for: noreply@, orders@.
  const local = login.local.toLowerCase();
  return purposeOfWord(local) === undefined ? undefined : local;
}

/** The message stream that every server of Postmark has: whoever made no others tells kinds of mail by tags. */
const UNNAMED = 'outbound';

const AT_HAND = 8;

interface Tagged {
  readonly tags: MailEvent['tags'];
  readonly tag: string | undefined;
  /** A bounce, or a delay notice. */
  readonly isNotice: boolean;
}

/** What tags say of the stream. The messages of a mail server share a few sets of them. */
export function tagFinder(): (tags: MailEvent['tags']) => Tagged {
  const latest: Tagged[] = [];
  let next = 0;
  return (tags) => {
    for (let index = 0; index < latest.length; index += 1) {
      const known = latest[index] as Tagged;
      if (known.tags === tags) return known;
    }
    const found = { tags, tag: tellingTag(tags), isNotice: tags['notification'] !== undefined };
    latest[next] = found;
    next = (next + 1) % AT_HAND;
    return found;
  };
}
