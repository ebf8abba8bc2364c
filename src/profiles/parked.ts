import { defineProfile } from './profile.ts';

const GUIDANCE = {
  source: {
    label: 'GOV.UK, Protect domains that do not send email (undated)',
    url: 'https://www.gov.uk/guidance/protect-domains-that-dont-send-email',
  },
  checked: '2026-11',
} as const;

/** M3AAWG, Protecting Parked Domains, demands the same; its text was not at hand. */
export default defineProfile({
  id: 'parked',
  name: 'Parked domains',
  about: 'domains that send and take no mail; --parked says that they are',
  demands: [
    {
      id: 'spf',
      text: 'SPF says that nobody sends for the domain',
      ...GUIDANCE,
      against: ['dns/existence', 'parked/spf', 'spf/single-record', 'spf/syntax', 'spf/version:ignored'],
      decisive: ['parked/spf'],
    },
    {
      id: 'dmarc',
      text: 'DMARC has all mail of the domain and its sub-domains refused',
      ...GUIDANCE,
      against: [
        'dns/existence',
        'parked/dmarc',
        'dmarc/policy',
        'dmarc/single-record',
        'dmarc/version:ignored',
        'dmarc/record-location:misplaced',
        'dmarc/record-name:misplaced',
        'dmarc/alias:dangling',
        'dmarc/repeated-tags',
        'dmarc/tag-separators',
        'dmarc/percentage:partial',
        'dmarc/test-mode',
      ],
      decisive: ['parked/dmarc'],
    },
    {
      id: 'dkim',
      text: 'An empty key for all selectors says that no signature is genuine, and no key is left',
      ...GUIDANCE,
      against: ['parked/dkim', 'parked/dkim:unsaid', 'dkim/wildcard:key'],
      decisive: ['parked/dkim'],
    },
    {
      id: 'null-mx',
      text: 'A null MX says that the domain takes no mail',
      ...GUIDANCE,
      against: ['parked/mx', 'parked/mx:silent'],
      decisive: ['parked/mx'],
    },
  ],
});
