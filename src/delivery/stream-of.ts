import { ownCopy } from '../core/own-copy.ts';
import type { MailEvent } from '../logs/event.ts';
import type { Stream } from '../streams/stream.ts';
import { domainFinder } from './domain-finder.ts';
import { type Evidence, streamNamer, type StreamsOptions } from './named-stream.ts';
import { tagFinder } from './telling-tag.ts';

/** Streams of one reading. Stops a log that names a new stream in every line; what is beyond is one stream. */
const MOST_STREAMS = 1000;
/** Ways of sending remembered: each return path with each set of tags is one. */
const MOST_REMEMBERED = 20_000;

const NOTICES: Stream = {
  id: 'notices',
  name: 'bounce notices',
  provider: 'own',
  sender: 'notices',
  purpose: 'unknown',
  headerFrom: '',
};
const OTHERS: Stream = {
  id: 'others',
  name: 'other streams',
  sender: 'others',
  purpose: 'unknown',
  headerFrom: '',
};

export interface StreamFinder {
  of(event: MailEvent): Stream;
  /** Those that were found. */
  all(): Iterable<Stream>;
}

/**
 * The sending stream of an event: by the user's rules, then by signature, return path, and the sender's own words, as for
 * DMARC reports, so that a stream has the same sender in both.
 */
export function streamFinder(options: StreamsOptions): StreamFinder {
  const named = streamNamer(options);
  const streams = new Map<string, Stream>();
  // By return path, then one after the other: an event costs no text of its own.
  const remembered = new Map<string, Remembered[]>();
  let size = 0;

  const remember = (event: MailEvent, evidence: Evidence): Stream => {
    const stream = named(event, evidence);
    const present = streams.get(stream.id) ?? (streams.size < MOST_STREAMS ? stream : OTHERS);
    streams.set(present.id, present);
    if (size >= MOST_REMEMBERED) {
      remembered.clear();
      size = 0;
    }
    size += 1;
    const entry: Remembered = {
      source: event.source,
      from: ownCopy(evidence.from),
      tag: evidence.tag === undefined ? undefined : ownCopy(evidence.tag),
      keys: keysOf(event),
      sourceIp: event.sourceIp === undefined ? undefined : ownCopy(event.sourceIp),
      stream: present,
    };
    const ofPath = remembered.get(evidence.envelope);
    if (ofPath === undefined) remembered.set(ownCopy(evidence.envelope), [entry]);
    else ofPath.push(entry);
    return present;
  };

  const [fromDomain, envelopeDomain] = [domainFinder(), domainFinder()];

  const taggedAs = tagFinder();

  const found = (event: MailEvent): Stream => {
    const { isNotice, tag } = taggedAs(event.tags);
    if (isNotice) return NOTICES;
    const { source, sourceIp } = event;
    const from = fromDomain(event.from);
    const envelope = envelopeDomain(event.envelopeFrom);
    const ofPath = remembered.get(envelope) ?? NOBODY;
    for (let index = 0; index < ofPath.length; index += 1) {
      const known = ofPath[index] as Remembered;
      if (
        known.source === source &&
        known.from === from &&
        known.tag === tag &&
        known.sourceIp === sourceIp &&
        isSignedBy(event, known.keys)
      )
        return known.stream;
    }
    return remember(event, { from, envelope, tag });
  };

  let last: MailEvent | undefined;
  let lastStream = NOTICES;
  return {
    of(event) {
      if (last === undefined || !isSentLike(event, last)) {
        lastStream = found(event);
        last = event;
      }
      return lastStream;
    },
    all: () => streams.values(),
  };
}

/** Whether two events share all that names a stream: those of one message do, and come one after the other. */
const isSentLike = (one: MailEvent, other: MailEvent): boolean =>
  one.tags === other.tags &&
  one.dkim === other.dkim &&
  one.source === other.source &&
  one.sourceIp === other.sourceIp &&
  one.from === other.from &&
  one.envelopeFrom === other.envelopeFrom;

interface Remembered {
  readonly source: string;
  readonly from: string;
  readonly tag: string | undefined;
  readonly keys: NonNullable<MailEvent['dkim']>;
  readonly sourceIp: string | undefined;
  readonly stream: Stream;
}

const NOBODY: readonly Remembered[] = [];
const NO_KEYS: NonNullable<MailEvent['dkim']> = [];

const keysOf = ({ dkim = NO_KEYS }: MailEvent): NonNullable<MailEvent['dkim']> =>
  dkim.map(({ domain, selector }) => ({
    domain: ownCopy(domain),
    ...(selector === undefined ? {} : { selector: ownCopy(selector) }),
  }));

function isSignedBy({ dkim = NO_KEYS }: MailEvent, keys: NonNullable<MailEvent['dkim']>): boolean {
  if (dkim.length !== keys.length) return false;
  for (let index = 0; index < keys.length; index += 1) {
    const [key, known] = [dkim[index], keys[index]];
    if (key?.domain !== known?.domain || key?.selector !== known?.selector) return false;
  }
  return true;
}
