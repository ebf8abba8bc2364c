import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'dotdigital',
  name: 'Dotdigital',
  category: 'marketing',
  ownDomains: ['dotdigital.com', 'dotmailer-email.com'],
  spfIncludes: ['spf.dotmailer.com'],
  ptr: ['dotmailer.com', 'dotdigital.com'],
  sources: [
    {
      url: 'https://github.com/ministryofjustice/dns/blob/7568e43/hostedzones/justice.gov.uk.yaml',
      checked: '2026-11',
      evidence: 'zone',
    },
    { url: 'https://dns.google/resolve?name=dotmailer-email.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
