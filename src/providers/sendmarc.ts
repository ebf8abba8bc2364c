import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'sendmarc',
  name: 'Sendmarc',
  category: 'dmarc',
  spfIncludes: ['sdmarc.net'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/sendmarc.com.protection.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/goentri.com.sendmarc.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
