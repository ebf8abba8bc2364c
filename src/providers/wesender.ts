import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'wesender',
  name: 'WeSender',
  category: 'transactional',
  selectors: [{ match: 'postal-wesender', alone: true }],
  spfIncludes: ['spf.wesender.nl'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/wesender.nl.email.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
