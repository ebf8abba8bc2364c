/** What a failed session means for mail, by where it failed. */
export type TlsResultKind =
  /** TLS with the mail host itself: under an enforced policy the sender keeps the mail back. */
  | 'session'
  /** The MTA-STS policy could not be had or used: senders without a cached one go on without it (RFC 8461 §3.3, §5.1). */
  | 'sts-policy'
  /** The sender itself insists on DANE, whatever the domain asks for (RFC 7672 §6). */
  | 'demand';

/** A result type of RFC 8460 §4.3, for people. */
export interface TlsResultType {
  readonly kind: TlsResultKind;
  /** What it says, as a clause behind the name. */
  readonly meaning: string;
  /** What to do about it, as a sentence without full stop. */
  readonly fix: string;
}

/** The registry "STARTTLS Validation Result Types" (RFC 8460 §6.6); it grows by expert review, so others do come. */
const RESULT_TYPES: Readonly<Record<string, TlsResultType>> = {
  'starttls-not-supported': {
    kind: 'session',
    meaning: 'the mail host offered no STARTTLS',
    fix: 'Turn STARTTLS on at this mail host, and look for a firewall on the way that takes the offer out',
  },
  'certificate-host-mismatch': {
    kind: 'session',
    meaning: 'the certificate is for another name than that of the mail host',
    fix: 'Get a certificate whose subject alternative names hold the name of the MX record',
  },
  'certificate-expired': {
    kind: 'session',
    meaning: 'the certificate has expired',
    fix: 'Renew the certificate, load it into the mail host, and let both happen by themselves',
  },
  'certificate-not-trusted': {
    kind: 'session',
    meaning: 'no authority the sender trusts vouches for the certificate',
    fix: 'Use a certificate of a public authority and send its intermediate certificates along',
  },
  'validation-failure': {
    kind: 'session',
    meaning: 'TLS failed for a reason without a name of its own; the reason code may tell',
    fix: 'Look the reason code up, and try TLS with this mail host from outside',
  },
  'tlsa-invalid': {
    kind: 'session',
    meaning: 'none of the TLSA records fits the certificate, or can be used',
    fix: 'Publish the TLSA record of the key in use, the next one before the key is changed, and drop those of keys that are gone',
  },
  'dnssec-invalid': {
    kind: 'session',
    meaning: 'the answers of DNS do not validate, so the sender does not trust the mail host',
    fix: 'Repair the chain of signatures: look at the DS record of the parent and at signatures that have expired',
  },
  'dane-required': {
    kind: 'demand',
    meaning: 'the sender demands DANE of this domain and found no validated TLSA record',
    fix: 'Publish TLSA records for every mail host, in a zone that is signed, or agree with the sender to do without',
  },
  'sts-policy-fetch-error': {
    kind: 'sts-policy',
    meaning: 'the MTA-STS policy could not be fetched',
    fix: 'Serve https://mta-sts.<domain>/.well-known/mta-sts.txt to everybody: status 200, no redirect, within seconds',
  },
  'sts-policy-invalid': {
    kind: 'sts-policy',
    meaning: 'the MTA-STS policy was fetched and has faults',
    fix: 'Mend the policy file: `sendaudit check` shows what is wrong with it, line by line',
  },
  'sts-webpki-invalid': {
    kind: 'sts-policy',
    meaning: 'the web server of the MTA-STS policy has no valid certificate',
    fix: 'Get a valid certificate for the host mta-sts of the domain; the policy counts only when it comes over sound HTTPS',
  },
};

const UNREGISTERED: TlsResultType = {
  kind: 'session',
  meaning: 'a result type that RFC 8460 does not know',
  fix: 'Ask the reporter what it stands for; its contact address is in the report',
};

/** What is known of a result type, registered or not. */
export const tlsResultType = (name: string): TlsResultType =>
  Object.hasOwn(RESULT_TYPES, name) ? (RESULT_TYPES[name] ?? UNREGISTERED) : UNREGISTERED;
