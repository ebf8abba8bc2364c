import {
  DANE_IN_ORDER,
  DKIM_IN_ORDER,
  DMARC_REJECTS,
  DMARC_REPORTED,
  MTA_STS_IN_ORDER,
  SPF_IN_ORDER,
  SPF_RESTRICTS,
  STARTTLS_OFFERED,
  TLS_REPORTED,
  ZONE_SIGNED,
} from './evidence.ts';
import { defineProfile, type Origin } from './profile.ts';

/** Nobody else demands all of it; the standard is what the practice rests on. */
const after = (rfc: number, section: string): Origin => ({
  source: {
    label: `own practice, after RFC ${rfc} §${section}`,
    url: `https://www.rfc-editor.org/rfc/rfc${rfc}#section-${section}`,
  },
  checked: '2026-11',
});

export default defineProfile({
  id: 'strict',
  name: 'Strict, all that a domain can do',
  about: 'domains that want every protection in force, and whose mail is ready for it',
  demands: [
    { id: 'spf', text: 'SPF is in good order', ...after(7208, '4.6'), ...SPF_IN_ORDER },
    {
      id: 'spf-headroom',
      text: 'SPF leaves room for another service',
      ...after(7208, '4.6.4'),
      against: ['spf/lookup-limit', 'spf/lookup-headroom', 'spf/lookup-headroom:little'],
      decisive: ['spf/lookup-headroom'],
    },
    {
      id: 'narrow-spf',
      text: 'SPF authorises nobody beyond those who send, and rests on no name that is gone',
      ...after(7208, '11.4'),
      against: [
        ...SPF_RESTRICTS,
        'spf/range-size',
        'spf/host-prefix',
        'spf/reserved-ranges',
        'spf/dead-names',
        'spf/target-registration',
        'spf/ptr',
      ],
      decisive: ['spf/default-result'],
    },
    {
      id: 'dkim',
      text: 'DKIM keys are in good order, and have 2048 bits',
      ...after(8301, '3.2'),
      against: [...DKIM_IN_ORDER.against, 'dkim/key-strength'],
      decisive: DKIM_IN_ORDER.decisive,
    },
    {
      id: 'reject',
      text: 'DMARC has all forged mail refused',
      ...after(9989, '4.7'),
      ...DMARC_REJECTS,
    },
    {
      id: 'nonexistent-subdomains',
      text: 'Mail from sub-domains that do not exist is refused',
      ...after(9989, '4.7'),
      against: ['dmarc/record', 'dmarc/nonexistent-subdomains', 'dmarc/nonexistent-subdomains:implicit'],
      decisive: ['dmarc/nonexistent-subdomains'],
    },
    { id: 'dmarc-reports', text: 'Somebody gets the DMARC reports', ...after(9989, '5.1.3'), ...DMARC_REPORTED },
    {
      id: 'lapsed-domains',
      text: 'No record leads into a domain that anybody can register',
      ...after(9989, '11.3'),
      against: [
        'mx/host-domain',
        'dmarc/alias-domain',
        'dkim/alias-domain',
        'dns/alias-domain',
        'spf/alias',
        'spf/target-registration',
      ],
    },
    {
      id: 'dnssec',
      text: 'The zone is signed with DNSSEC',
      ...after(7672, '2.2'),
      ...ZONE_SIGNED,
      against: [...ZONE_SIGNED.against, 'dns/signing-algorithm'],
    },
    {
      id: 'dane',
      text: 'TLSA records verify every mail host',
      ...after(7672, '2.2'),
      ...DANE_IN_ORDER,
      against: [...DANE_IN_ORDER.against, 'dane/form'],
    },
    {
      id: 'mta-sts',
      text: 'MTA-STS is enforced',
      ...after(8461, '5'),
      ...MTA_STS_IN_ORDER,
      against: [...MTA_STS_IN_ORDER.against, 'mta-sts/mode:testing'],
    },
    { id: 'tls-reports', text: 'TLS reports are asked for', ...after(8460, '3'), ...TLS_REPORTED },
    {
      id: 'encrypted-reception',
      text: 'Mail hosts speak modern TLS with certificates that hold',
      ...after(8461, '4.2'),
      against: [
        ...STARTTLS_OFFERED.against,
        'starttls/protocol',
        'starttls/cipher',
        'starttls/certificate-dates',
        'starttls/certificate-name:other',
        'starttls/certificate-name:enforced',
        'starttls/certificate-strength',
        'starttls/certificate-trust:untrusted',
        'starttls/certificate-trust:enforced',
      ],
      decisive: STARTTLS_OFFERED.decisive,
    },
  ],
});
