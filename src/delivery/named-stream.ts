import { ownCopy } from '../core/own-copy.ts';
import type { MailEvent } from '../logs/event.ts';
import type { Catalogue } from '../providers/catalogue.ts';
import type { Provider } from '../providers/provider.ts';
import { purposeOf, purposeOfWord } from '../streams/purpose.ts';
import { ruledStream } from '../streams/ruled.ts';
import { rulings, type StreamRule } from '../streams/rules.ts';
import { sendsForCustomers } from '../providers/for-customers.ts';
import type { Signature } from '../streams/signature.ts';
import type { Purpose, Stream } from '../streams/stream.ts';

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

/** What names a stream, but for the keys it is signed with. */
export interface Evidence {
  readonly from: string;
  readonly envelope: string;
  readonly tag: string | undefined;
}

/** Names the stream of an event: by the user's rules, then by signature, return path, and the sender's own words. */
export function streamNamer({
  catalogue,
  rules,
  organisation,
  serviceOf,
  unlistedServiceOf,
}: StreamsOptions): (event: MailEvent, evidence: Evidence) => Stream {
  const ruling = rulings(rules);
  return (event, { from, envelope, tag }) => {
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
    const ownWord = tag === undefined ? undefined : purposeOfTag(tag);
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
  };
}

/** Categories come several at a time, in the order the sender gave them: the first that says what the mail is for. */
function purposeOfTag(tag: string): Purpose | undefined {
  const lower = tag.toLowerCase();
  const whole = purposeOfWord(lower);
  if (whole !== undefined || !lower.includes(', ')) return whole;
  for (const word of lower.split(', ')) {
    const purpose = purposeOfWord(word);
    if (purpose !== undefined) return purpose;
  }
  return undefined;
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
