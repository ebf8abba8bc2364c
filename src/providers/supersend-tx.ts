import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'supersend-tx',
  name: 'SuperSend TX',
  category: 'transactional',
  spfIncludes: ['spf.supersendtx.com'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/supersendtx.com.mail.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
