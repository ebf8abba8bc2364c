import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'anypost',
  name: 'Anypost',
  category: 'transactional',
  selectors: [
    { match: 's1', alone: false },
    { match: 's2', alone: false },
  ],
  dkimTargets: ['c.anypost.email'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/anypost.com.mail.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
