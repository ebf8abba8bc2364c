import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'sendlayer',
  name: 'SendLayer',
  category: 'transactional',
  selectors: [{ match: 'sl', alone: false }],
  dkimTargets: ['sendlayer.net'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/sendlayer.com.email.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
