import { DKIM_IN_ORDER, DMARC_ENFORCED, SPF_IN_ORDER } from './evidence.ts';
import { defineProfile } from './profile.ts';

const REQUIREMENT = {
  source: {
    label: 'PCI DSS 4.0.1, requirement 5.4.1 and its guidance (second-hand)',
    url: 'https://www.pcisecuritystandards.org/document_library/',
  },
  checked: '2026-11',
} as const;

export default defineProfile({
  id: 'pci-dss-4',
  name: 'PCI DSS 4, requirement 5.4.1',
  about:
    'whoever deals with payment cards; the standard demands automated mechanisms against phishing, and names these as examples',
  demands: [
    { id: 'spf', text: 'SPF keeps forgers from sending as the domain', ...REQUIREMENT, ...SPF_IN_ORDER },
    { id: 'dkim', text: 'Mail is signed with DKIM', ...REQUIREMENT, ...DKIM_IN_ORDER },
    {
      id: 'enforced-dmarc',
      text: 'DMARC has forged mail quarantined or refused',
      ...REQUIREMENT,
      ...DMARC_ENFORCED,
    },
    {
      id: 'phishing-protection',
      text: 'Staff are protected against phishing that comes in, by automated mechanisms',
      ...REQUIREMENT,
      against: [],
      unknowable: 'no record tells what happens to mail that comes in',
    },
  ],
});
