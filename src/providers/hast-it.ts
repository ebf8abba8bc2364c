import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'hast-it',
  name: 'HAST-IT',
  category: 'hosting',
  spfIncludes: ['smtp.hast-it.de'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/hast-it.de.hosting.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
