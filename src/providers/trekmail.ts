import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'trekmail',
  name: 'TrekMail',
  category: 'mailbox',
  selectors: [{ match: 'dkim', alone: false }],
  spfIncludes: ['spf.trekmail.net'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/trekmail.net.mail_hosting.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
