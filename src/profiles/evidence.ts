import type { Demand } from './profile.ts';

/** What many profiles ask of checks: which findings speak against a demand, and which checks decide it. */
type Evidence = Pick<Demand, 'against'> & Partial<Pick<Demand, 'decisive' | 'required' | 'policy' | 'unknowable'>>;

/** Without these no SPF record can be evaluated: receivers end in permerror, or find none (RFC 7208 §2.6.7, §4.5). */
export const SPF_IN_ORDER = {
  against: [
    'dns/existence',
    'spf/record',
    'spf/record:host',
    'parked/spf:missing',
    'spf/version:ignored',
    'spf/single-record',
    'spf/string-seam',
    'spf/syntax',
    'spf/domain-names:broken',
    'spf/modifiers:mechanism',
    'spf/include-target',
    'spf/redirect-target',
    'spf/included-syntax',
    'spf/include-loop',
    'spf/lookup-limit',
    'spf/void-lookups:over',
    'spf/mx-hosts',
    'host/spf-authorisation',
  ],
  decisive: ['spf/record'],
} as const satisfies Evidence;

/** SPF says that nobody else is to send; `~all` is enough. */
export const SPF_RESTRICTS = ['spf/universal-pass', 'spf/default-result', 'spf/range-size:everyone'] as const;

/**
 * Keys that verifiers can use. DNS cannot list selectors (RFC 6376 §3.6.2.1), so that nothing is wrong with the keys
 * that were found proves something only where somebody said which are in use.
 */
export const DKIM_IN_ORDER = {
  against: [
    'dkim/key',
    'dmarc/signatures',
    'dkim/selector',
    'dkim/alias:broken',
    'dkim/crossed-aliases',
    'dkim/single-record',
    'dkim/syntax:broken',
    'dkim/version',
    'dkim/key-data',
    'dkim/key-encoding:wrapped',
    'dkim/key-strength:weak',
    'dkim/key-type',
    'dkim/hash-algorithms',
    'dkim/service-type',
    'dkim/revoked-key:used',
    'dkim/testing-flag',
    'dkim/ed25519-alone',
  ],
  decisive: ['dkim/selector'],
} as const satisfies Evidence;

/** RSA keys of 1024 bits, the least that RFC 8301 §3.2 allows. */
export const DKIM_1024_BITS = {
  against: ['dkim/key-strength:weak'],
  decisive: ['dkim/selector'],
} as const satisfies Evidence;

/** A DMARC record with a policy that receivers can read, be it `none`. */
export const DMARC_IN_ORDER = {
  against: [
    'dns/existence',
    'dmarc/record',
    'parked/dmarc:missing',
    'dmarc/record-location:misplaced',
    'dmarc/record-name:misplaced',
    'dmarc/version:ignored',
    'dmarc/single-record',
    'dmarc/alias:dangling',
    'dmarc/policy',
    'dmarc/repeated-tags',
    'dmarc/tag-separators',
  ],
  decisive: ['dmarc/record'],
} as const satisfies Evidence;

/** The policy holds for all mail, and for sub-domains as well. */
export const DMARC_WITHOUT_EXCEPTIONS = [
  'dmarc/percentage:partial',
  'dmarc/test-mode',
  'dmarc/subdomain-policy',
  'dmarc/subdomain-policy:weaker',
  'dmarc/nonexistent-subdomains:weaker',
] as const;

/** Forged mail is not delivered as if nothing were wrong with it. */
export const DMARC_ENFORCED = { ...DMARC_IN_ORDER, policy: 'quarantine' } as const satisfies Evidence;

/** All forged mail is refused. */
export const DMARC_REJECTS = {
  against: [...DMARC_IN_ORDER.against, ...DMARC_WITHOUT_EXCEPTIONS],
  decisive: DMARC_IN_ORDER.decisive,
  policy: 'reject',
} as const satisfies Evidence;

/** Somebody gets the aggregate reports. */
export const DMARC_REPORTED = {
  against: [
    'dmarc/record',
    'dmarc/aggregate-reports',
    'dmarc/report-uris',
    'dmarc/external-destinations',
    'dmarc/report-delivery',
  ],
  decisive: ['dmarc/aggregate-reports'],
} as const satisfies Evidence;

/** Only mail itself shows what its From aligns with; DMARC reports tell of it. */
export const ALIGNED_MAIL = {
  against: ['traffic/failing-stream'],
  decisive: ['traffic/failing-stream'],
} as const satisfies Evidence;

/** Every address that mail leaves from has a name that leads back to it (RFC 1912 §2.1). */
export const NAMED_ADDRESSES = {
  against: ['host/reverse-name:sender', 'host/forward-confirmation:sender'],
  // The only check that looks at sending addresses alone.
  decisive: ['host/generic-name'],
} as const satisfies Evidence;

/** The same, and the name does not look made by machine. */
export const WELL_NAMED_ADDRESSES = {
  against: [...NAMED_ADDRESSES.against, 'host/generic-name'],
  decisive: NAMED_ADDRESSES.decisive,
} as const satisfies Evidence;

/** Mail hosts take mail over TLS. */
export const STARTTLS_OFFERED = {
  against: ['starttls/offer', 'starttls/handshake'],
  decisive: ['starttls/offer'],
} as const satisfies Evidence;

/** The check that has something to judge wherever an MX host takes mail. */
const TAKES_MAIL = ['mta-sts/record'] as const;

/** A signed zone. Of one without mail `dns/dnssec` says nothing. */
export const ZONE_SIGNED = {
  against: ['dns/dnssec', 'dns/dnssec:unsigned', 'dns/dnssec-validation'],
  decisive: ['dns/dnssec', ...TAKES_MAIL],
} as const satisfies Evidence;

/** An MTA-STS policy that senders go by, in whatever mode. */
export const MTA_STS_IN_ORDER = {
  against: [
    'mta-sts/record:missing',
    'mta-sts/single-record',
    'mta-sts/version',
    'mta-sts/syntax',
    'mta-sts/id',
    'mta-sts/policy-host',
    'mta-sts/policy-response',
    'mta-sts/media-type',
    'mta-sts/policy-syntax',
    'mta-sts/policy-keys',
    'mta-sts/pattern-syntax',
    'mta-sts/mx-patterns',
    'mta-sts/max-age',
    'mta-sts/mode:none',
  ],
  decisive: TAKES_MAIL,
  required: ['mta-sts/mode'],
} as const satisfies Evidence;

/** A TLS-RPT record with an address that works. */
export const TLS_REPORTED = {
  against: [
    'tls-rpt/record:missing',
    'tls-rpt/single-record',
    'tls-rpt/version',
    'tls-rpt/syntax',
    'tls-rpt/report-uris',
    'tls-rpt/report-delivery',
  ],
  decisive: TAKES_MAIL,
  required: ['tls-rpt/report-uris'],
} as const satisfies Evidence;

/** TLSA records by which senders can verify every mail host. Whether they match, only `--probe-smtp` can tell. */
export const DANE_IN_ORDER = {
  against: [
    'dane/record:none',
    'dane/coverage',
    'dane/authenticity',
    'dane/lookup',
    'dane/data',
    'dane/parameters',
    'dane/usage',
    'dane/presentation',
  ],
  decisive: TAKES_MAIL,
  required: ['dane/coverage'],
} as const satisfies Evidence;

/** Nothing that can be asked for proves it. */
const unknowable = (why: string) => ({ against: [], unknowable: why }) as const satisfies Evidence;

/** What only a message, or the log of the server that sends it, can show. */
export const MESSAGE_FORM = unknowable('only a message itself shows how it is formed');
export const MESSAGE_HEADER = unknowable('only the header of a message shows it');
export const SENDING_LOG = unknowable('only the log of the sending server shows it');
export const SENDERS_PRACTICE = unknowable('it is what the sender does, and no record tells of it');

/** What one handshake with a mail host leaves open. */
export const NEWEST_VERSION_SHOWS = 'the newest version that a mail host speaks shows, and not the oldest';
export const PREFERRED_CIPHER_SHOWS = 'the cipher suite that a mail host prefers shows, and not all that it has';
