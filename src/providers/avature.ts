import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'avature',
  name: 'Avature',
  category: 'saas',
  spfIncludes: ['spf.avature.net'],
  sources: [
    {
      url: 'https://github.com/ministryofjustice/dns/blob/7568e43/hostedzones/justice.gov.uk.yaml',
      checked: '2026-11',
      evidence: 'zone',
    },
  ],
});
