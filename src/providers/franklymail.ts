import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'franklymail',
  name: 'FranklyMail',
  category: 'mailbox',
  spfIncludes: ['_spf.franklymail.com'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/franklymail.com.mail.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
