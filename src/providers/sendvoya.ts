import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'sendvoya',
  name: 'Sendvoya',
  category: 'transactional',
  returnPaths: ['mx.sendvoya.com'],
  spfIncludes: ['_spf.sendvoya.com'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/sendvoya.com.mail-sending.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
