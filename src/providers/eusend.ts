import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'eusend',
  name: 'Eusend',
  category: 'transactional',
  returnPaths: ['feedback.eusend.dev'],
  spfIncludes: ['_spf.eusend.dev'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/eusend.dev.mail.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
