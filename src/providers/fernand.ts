import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'fernand',
  name: 'Fernand',
  category: 'support',
  selectors: [{ match: 'fernand20220202', alone: true }],
  dkimTargets: ['getfernand.com'],
  runsOn: ['postmark'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/getfernand.com.email.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
