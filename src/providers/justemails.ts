import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'justemails',
  name: 'JustEmails',
  category: 'mailbox',
  selectors: [{ match: 'dkim', alone: false }],
  spfIncludes: ['mail1.justemails.app'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/justemails.app.email.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
