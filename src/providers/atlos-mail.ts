import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'atlos-mail',
  name: 'ATLOS Mail',
  category: 'mailbox',
  spfIncludes: ['mx1.atlos.email'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/atlos.email.mail.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
