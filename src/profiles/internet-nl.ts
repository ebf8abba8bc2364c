import {
  DANE_IN_ORDER,
  DMARC_ENFORCED,
  DMARC_IN_ORDER,
  NEWEST_VERSION_SHOWS,
  PREFERRED_CIPHER_SHOWS,
  SPF_IN_ORDER,
  SPF_RESTRICTS,
  STARTTLS_OFFERED,
  ZONE_SIGNED,
} from './evidence.ts';
import { defineProfile } from './profile.ts';

const TEST = {
  source: { label: 'Internet.nl, explanations of the email test (undated)', url: 'https://internet.nl/test-mail/' },
  checked: '2026-11',
} as const;

export default defineProfile({
  id: 'internet-nl',
  name: 'Internet.nl, email test',
  about: 'domains that want all of the test of the Dutch Internet Standards Platform',
  demands: [
    {
      id: 'ipv6',
      text: 'Every mail host has an IPv6 address',
      ...TEST,
      against: ['mx/ipv6-address:none'],
      unknowable: 'only mail hosts of the domain’s own are looked at, and one address is enough for the check',
    },
    {
      id: 'dnssec',
      text: 'The domain is signed with DNSSEC, and its signatures hold',
      ...TEST,
      ...ZONE_SIGNED,
    },
    { id: 'dmarc', text: 'There is one DMARC record, in good order', ...TEST, ...DMARC_IN_ORDER },
    {
      id: 'dmarc-policy',
      text: 'The DMARC policy is quarantine or reject',
      ...TEST,
      ...DMARC_ENFORCED,
    },
    {
      id: 'dmarc-report-addresses',
      text: 'Addresses for DMARC reports are valid, and other domains have agreed to get them',
      ...TEST,
      against: ['dmarc/report-uris', 'dmarc/external-destinations'],
      decisive: ['dmarc/record'],
    },
    {
      id: 'dkim',
      text: 'There is something below _domainkey',
      ...TEST,
      against: ['dkim/key', 'dmarc/signatures', 'dkim/selector'],
      decisive: ['dkim/key'],
    },
    { id: 'spf', text: 'There is one SPF record, in good order', ...TEST, ...SPF_IN_ORDER },
    {
      id: 'spf-policy',
      text: 'SPF ends in ~all or -all',
      ...TEST,
      against: ['spf/record', ...SPF_RESTRICTS],
      decisive: ['spf/default-result'],
    },
    { id: 'starttls', text: 'All mail hosts offer STARTTLS', ...TEST, ...STARTTLS_OFFERED },
    {
      id: 'tls-version',
      text: 'Mail hosts speak TLS 1.2 or 1.3, and nothing older',
      ...TEST,
      against: ['starttls/protocol'],
      unknowable: NEWEST_VERSION_SHOWS,
    },
    {
      id: 'ciphers',
      text: 'Mail hosts have safe cipher suites only',
      ...TEST,
      against: ['starttls/cipher'],
      unknowable: PREFERRED_CIPHER_SHOWS,
    },
    {
      id: 'certificates',
      text: 'Certificates of mail hosts have strong keys and signatures',
      ...TEST,
      against: ['starttls/certificate-strength'],
      decisive: ['starttls/certificate-strength'],
    },
    {
      id: 'dane',
      text: 'All mail hosts have TLSA records',
      ...TEST,
      ...DANE_IN_ORDER,
      against: DANE_IN_ORDER.against.filter((code) => code !== 'dane/presentation'),
    },
    {
      id: 'dane-match',
      text: 'TLSA records match the certificates of the mail hosts',
      ...TEST,
      against: ['dane/presentation'],
      decisive: ['dane/presentation'],
    },
    {
      id: 'route-authorisation',
      text: 'The routes to mail hosts and name servers are authorised (RPKI)',
      ...TEST,
      against: [],
      unknowable: 'route authorisations do not stand in DNS',
    },
  ],
});
