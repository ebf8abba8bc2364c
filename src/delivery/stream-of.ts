import { ownCopy } from '../core/own-copy.ts';
import { addressDomain, addressParts } from '../protocols/address-parts.ts';
import type { MailEvent } from '../logs/event.ts';
import type { Catalogue } from '../providers/catalogue.ts';
import type { Provider } from '../providers/provider.ts';
import { purposeOf, purposeOfWord } from '../streams/naming.ts';
import { ruledStream } from '../streams/ruled.ts';
import { rulings, type StreamRule } from '../streams/rules.ts';
import { sendsForCustomers } from '../streams/services.ts';
import type { Signature } from '../streams/signature.ts';
import type { Stream } from '../streams/stream.ts';

export interface StreamsOptions {
  readonly catalogue: Catalogue;
  /** The reader's own word on whose mail is what. */
  readonly rules: readonly StreamRule[];
  readonly organisation: (domain: string) => string;
  /** Id of the service whose events a format holds; undefined for a mail server's own log. */
  readonly serviceOf: (source: string) => string | undefined;
  /** What a service is called that the catalogue does not hold. */
  readonly unlistedServiceOf?: (source: string) => string | undefined;
}

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
] as const;
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

/**
 * The sending stream of an event: by the user's rules, then by signature, return path, and the sender's own words, as for
 * DMARC reports, so that a stream has the same sender in both.
 */
export function streamFinder(options: StreamsOptions): (event: MailEvent) => Stream {
  const ruling = rulings(options.rules);
  const streams = new Map<string, Stream>();
  // By return path, then one after the other: an event costs no text of its own.
  const remembered = new Map<string, Remembered[]>();
  let size = 0;

  const remember = (event: MailEvent, evidence: Evidence): Stream => {
    const stream = named(event, evidence, options, ruling);
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

  const found = (event: MailEvent): Stream => {
    if (event.tags['notification'] !== undefined) return NOTICES;
    const { source, sourceIp } = event;
    const from = fromDomain(event.from);
    const envelope = envelopeDomain(event.envelopeFrom);
    const tag = tellingTag(event.tags);
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
  return (event) => {
    if (last === undefined || !isSentLike(event, last)) {
      lastStream = found(event);
      last = event;
    }
    return lastStream;
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

/** What names a stream, but for the keys it is signed with. */
interface Evidence {
  readonly from: string;
  readonly envelope: string;
  readonly tag: string | undefined;
}

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
  return keys.every(({ domain, selector }, index) => {
    const key = dkim[index];
    return key?.domain === domain && key.selector === selector;
  });
}

function tellingTag(tags: MailEvent['tags']): string | undefined {
  for (const name of TELLING_TAGS) {
    const value = tags[name];
    if (value === undefined || value === '') continue;
    const login = name === 'sasl' ? addressParts(value) : undefined;
    if (login === undefined) return value;
    // A login that is an address is a person's, unless its name says what the mail is for: noreply@, orders@.
    const local = login.local.toLowerCase();
    if (purposeOfWord(local) !== undefined) return local;
  }
  return undefined;
}

/** The domain of an address. Most end like the one before: then no text is made for it. */
function domainFinder(): (address: string | undefined) => string {
  let [domain, ending] = ['', ''];
  return (address) => {
    if (address === undefined) return '';
    if (ending !== '' && address.endsWith(ending)) return domain;
    const at = address.lastIndexOf('@');
    if (at < 0) return '';
    const written = address.slice(at);
    domain = ownCopy(addressDomain(written));
    ending = ownCopy(written);
    return domain;
  };
}

function named(
  event: MailEvent,
  { from, envelope, tag }: Evidence,
  { catalogue, organisation, serviceOf, unlistedServiceOf }: StreamsOptions,
  ruling: ReturnType<typeof rulings>,
): Stream {
  const signature = signatureOf(event, from, envelope);
  const { headerFrom } = signature;
  const unlisted = unlistedServiceOf?.(event.source);
  const provider = unlisted === undefined ? providerOf(event, envelope, catalogue, serviceOf) : undefined;
  const providerId = provider?.id ?? (unlisted === undefined ? 'own' : event.source);
  const rule = ruling(signature)(event.sourceIp ?? '');
  const organisationOf = headerFrom === '' ? '' : organisation(headerFrom);
  if (rule !== undefined)
    return ruledStream(rule, headerFrom, providerId, () => purposeOf(provider, headerFrom, organisationOf));
  const key = providerId === 'own' ? ownKey(event, headerFrom, organisation) : undefined;
  const word = tag ?? key;
  const ownWord = tag === undefined ? undefined : purposeOfWord(tag.toLowerCase());
  const purpose = ownWord ?? purposeOf(provider, headerFrom, organisationOf);
  const sender = key === undefined ? providerId : `own:${key}`;
  const name = provider?.name ?? unlisted ?? word ?? 'own server';
  const called = [...new Set([name, word ?? name, purpose === 'unknown' ? name : purpose])];
  return {
    id: [sender, purpose, headerFrom, ...(tag === undefined ? [] : [tag])].join('/'),
    name: ownCopy(called.join(' · ')),
    provider: providerId,
    sender,
    purpose,
    headerFrom,
  };
}

/** What a DMARC row would say of this mail, as far as the sender's side knows. */
function signatureOf({ dkim = [] }: MailEvent, from: string, envelope: string): Signature {
  const signer = dkim[0]?.domain ?? '';
  return {
    headerFrom: ownCopy(from === '' ? (signer === '' ? envelope : signer) : from),
    ...(envelope === '' ? {} : { envelopeFrom: envelope }),
    dkim: dkim.map(({ domain, selector }) => ({
      domain,
      ...(selector === undefined ? {} : { selector }),
      result: 'pass',
    })),
    spf: envelope === '' ? [] : [{ domain: envelope, result: 'pass' }],
    overrides: [],
  };
}

/** The service whose export it is; in a mail server's log, the service whose mail passes through, if one shows. */
function providerOf(
  { source, dkim = [] }: MailEvent,
  envelope: string,
  catalogue: Catalogue,
  serviceOf: StreamsOptions['serviceOf'],
): Provider | undefined {
  const service = serviceOf(source);
  if (service !== undefined) return catalogue.byId(service);
  const signers = dkim.map(({ domain }) => catalogue.byDkimDomain(domain));
  const candidates = [...signers, envelope === '' ? undefined : catalogue.byReturnPath(envelope)];
  return candidates.find((one) => one !== undefined && sendsForCustomers(one));
}

/** The selector that signs for the From domain's organisation: it is what tells own servers apart. */
function ownKey(
  { dkim = [] }: MailEvent,
  headerFrom: string,
  organisation: (domain: string) => string,
): string | undefined {
  return dkim.find(
    ({ domain, selector }) => selector !== undefined && organisation(domain) === organisation(headerFrom),
  )?.selector;
}
