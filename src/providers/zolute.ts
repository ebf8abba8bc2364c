import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'zolute',
  name: 'Zolute',
  category: 'marketing',
  selectors: [{ match: 'api', alone: false }],
  spfIncludes: ['zolute.email'],
  sources: [
    {
      url: 'https://zolute.com/knowledgebase/3/What-DNS-records-i-need-to-create-for-verifying-the-domain.html',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
