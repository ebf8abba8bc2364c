import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'hostpoint',
  name: 'Hostpoint',
  category: 'mailbox',
  spfIncludes: ['spf.mail.hostpoint.ch'],
  sources: [
    { url: 'https://dns.google/resolve?name=spf.mail.hostpoint.ch&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
