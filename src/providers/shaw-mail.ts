import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'shaw-mail',
  name: 'Shaw Email',
  category: 'mailbox',
  mailDomains: ['shaw.ca'],
  sources: [
    {
      url: 'https://www.rogers.com/support/internet/shaw-email/pop-and-imap-email-server-settings',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
