import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'reloop',
  name: 'Reloop',
  category: 'transactional',
  selectors: [{ match: 'reloop', alone: true }],
  spfIncludes: ['reloop.sh'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/reloop.sh.email-setup.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
