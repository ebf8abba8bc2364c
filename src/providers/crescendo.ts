import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'crescendo',
  name: 'Crescendo',
  category: 'transactional',
  selectors: [{ match: 'crescendo', alone: false }],
  spfIncludes: ['spf.crescendo.run'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/crescendo.run.email.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
