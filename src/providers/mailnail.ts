import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'mailnail',
  name: 'MailNail',
  category: 'mailbox',
  selectors: [{ match: 'mn', alone: false }],
  spfIncludes: ['_spf.mailnail.com'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/mailnail.com.mailbox.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
