import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'rediffmail',
  name: 'Rediffmail',
  category: 'mailbox',
  mx: ['rediffmail.rediff.akadns.net', 'rediffmailpro.com'],
  mailDomains: ['rediffmail.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=rediffmail.com&type=MX', checked: '2026-11', evidence: 'observed' },
  ],
});
