import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'jaama',
  name: 'Jaama',
  category: 'saas',
  spfIncludes: ['spf.hosted.jaama.co.uk'],
  sources: [
    {
      url: 'https://github.com/ministryofjustice/dns/blob/7568e43/hostedzones/justice.gov.uk.yaml',
      checked: '2026-11',
      evidence: 'zone',
    },
  ],
});
