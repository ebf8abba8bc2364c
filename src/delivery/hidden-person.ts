import type { Redaction } from '../core/redact.ts';
import { addressParts } from '../protocols/address-parts.ts';
import type { MailEvent } from '../logs/event.ts';
import { purposeOfWord } from '../streams/purpose.ts';

/**
 * Hides whom an event is about where no `@` tells that it is somebody: `550 user anna.rossi unknown`, `?u=anna.rossi`, a
 * login, a recipient of the machine itself. What replaces a name is the pseudonym of the address, without its domain.
 */
export interface HiddenPerson {
  /** Before it is counted, for it may be counted by: the login, and the subject, which may say anything of anybody. */
  login(event: MailEvent): MailEvent;
  /** When it has been counted, for replies are judged by their words: everything else. */
  event(event: MailEvent): MailEvent;
  /** A text of the event. */
  text(text: string, event: MailEvent): string;
}

/** Tags that tell who handed a message in: of SASL, of the machine itself (Exim's `U=`). */
const LOGINS = ['sasl', 'user'];
/** Words for what a mailbox is for, which replies are full of: `user unknown`, `mail refused`. They name nobody. */
const NOBODY =
  /^(?:abuse|accounts?|address|admin|administrator|bounces?|contact|hello|host(?:master)?|info|kontakt|mail(?:box|er|er-daemon)?|message|noc|office|post(?:master)?|recipient|root|sender|service|spam|system|team|test|unknown|users?|web(?:master)?)$/;
/** Shorter ones are parts of other words, and of codes. */
const SHORTEST_NAME = 3;
/** Return paths hold the address of somebody in a long text, which stands in replies with its domain only. */
const LONGEST_NAME = 64;
const LETTER = /\p{L}/u;

export function hiddenPerson(hide: Redaction): HiddenPerson {
  // The messages of a mail server share a few sets of tags, and are told apart by them.
  const shownTags = new WeakMap<MailEvent['tags'], MailEvent['tags']>();

  const nameOf = (address: string): string => {
    const shown = hide(address.includes('@') ? address : `${address}@local`);
    return shown.slice(0, shown.lastIndexOf('@'));
  };
  const bare = (name: string): string => (name === '' || name.includes('@') || isNobody(name) ? name : nameOf(name));

  const text = (said: string, { recipient, envelopeFrom, from }: MailEvent): string => {
    let shown = said;
    for (const address of new Set([recipient, envelopeFrom, from])) {
      const words = address === undefined ? [] : wordsOf(address);
      if (address !== undefined && words.length > 0 && mayName(shown, words))
        shown = shown.replaceAll(namePattern(words), () => nameOf(address));
    }
    return shown;
  };

  return {
    login(event) {
      const { tags } = event;
      const logins = LOGINS.filter((name) => bare(tags[name] ?? '') !== (tags[name] ?? ''));
      if (logins.length === 0 && tags['subject'] === undefined) return event;
      const { subject: _, ...others } = tags;
      const present = shownTags.get(tags) ?? {
        ...others,
        ...Object.fromEntries(logins.map((name) => [name, bare(tags[name] ?? '')])),
      };
      shownTags.set(tags, present);
      return { ...event, tags: present };
    },
    event(event) {
      const { diagnostic, ...others } = event;
      const { kind, recipient, envelopeFrom, from, url } = event;
      return {
        ...others,
        ...(recipient === undefined ? {} : { recipient: bare(recipient) }),
        ...(envelopeFrom === undefined ? {} : { envelopeFrom: bare(envelopeFrom) }),
        ...(from === undefined ? {} : { from: bare(from) }),
        // An automatic answer gives its subject, and in it that of the message.
        ...(diagnostic === undefined || kind === 'auto-reply' ? {} : { diagnostic: text(diagnostic, event) }),
        ...(url === undefined ? {} : { url: text(url, event) }),
      };
    },
    text,
  };
}

function isNobody(name: string): boolean {
  const word = name.toLowerCase();
  return NOBODY.test(word) || purposeOfWord(word) !== undefined;
}

/** The words of a local part that names somebody: `anna`, `rossi`. Empty where it names nobody, or is too short to tell. */
function wordsOf(address: string): readonly string[] {
  const local = addressParts(address)?.local ?? address;
  if (local.length > LONGEST_NAME) return [];
  // A sub-address says what the mail is for: anna.rossi+news.
  const [owner = ''] = local.split('+');
  const words = owner.match(/[\p{L}\p{N}]+/gu) ?? [];
  const name = words.join('');
  return name.length < SHORTEST_NAME || !LETTER.test(name) || isNobody(owner) ? [] : words;
}

const ASCII = /^\w*$/;
/** Is `s` to a pattern that knows no capitals, and to nobody else. */
const LONG_S = '\u017F';
/** From the beginning of a word on, so that a long text is not looked through once for each of its characters. */
const IN_ADDRESS = /(?<![\w.+-])[\w.+-]*\w@(?=[\w[])/g;

/**
 * Whether a pattern is worth its price, which is more than all else that is done for an event: most replies name nobody, or
 * with the address only, which is hidden as one. Names with letters beyond ASCII are left to the pattern.
 */
function mayName(text: string, words: readonly string[]): boolean {
  if (!words.every((word) => ASCII.test(word)) || text.includes(LONG_S)) return true;
  const small = text.toLowerCase();
  const isThere = (word: string): boolean => small.includes(word.toLowerCase());
  if (!words.every(isThere)) return false;
  const bare = small.replaceAll(IN_ADDRESS, '@');
  return words.every((word) => bare.includes(word.toLowerCase()));
}

/** Where a name stands in a text, however it is written: `anna.rossi`, `Anna Rossi`, `Rossi, Anna`. */
function namePattern(words: readonly string[]): RegExp {
  const orders = words.length === 2 ? [words, words.toReversed()] : [words];
  const names = orders.map((order) => order.join(String.raw`[^\p{L}\p{N}@]{0,3}`)).join('|');
  // Not within a host's name: mx.anna.example; nor within an address, which is hidden as one.
  return new RegExp(
    String.raw`(?<![\p{L}\p{N}_.-])(?:${names})(?![\p{L}\p{N}_@-]|"@|%(?:25)*40|\+40|\.[\p{L}\p{N}])`,
    'giu',
  );
}
