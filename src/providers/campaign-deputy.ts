import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'campaign-deputy',
  name: 'Campaign Deputy',
  category: 'marketing',
  selectors: [{ match: 'cdg', alone: false }],
  dkimTargets: ['dkimus.emaildeputy.com'],
  returnPaths: ['emaildeputy.com'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/campaigndeputy.app.email-delegated.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
