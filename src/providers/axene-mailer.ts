import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'axene-mailer',
  name: 'Axene Mailer',
  category: 'mailbox',
  returnPaths: ['mail.axene.io'],
  spfIncludes: ['mail.axene.io'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/mail.axene.io.email.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
