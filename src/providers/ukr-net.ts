import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'ukr-net',
  name: 'UKR.NET',
  category: 'mailbox',
  mailDomains: ['ukr.net'],
  sources: [
    {
      url: 'https://github.com/chatmail/provider-db/blob/main/_providers/ukr.net.md',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
