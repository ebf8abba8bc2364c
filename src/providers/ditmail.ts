import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'ditmail',
  name: 'DITMail',
  category: 'mailbox',
  spfIncludes: ['smtp.ditmail.online'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/mail.dishis.tech.ditmail.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
