import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'windstream-mail',
  name: 'Windstream Email',
  category: 'mailbox',
  mx: ['windstream.net'],
  mailDomains: ['windstream.net'],
  sources: [
    { url: 'https://dns.google/resolve?name=windstream.net&type=MX', checked: '2026-11', evidence: 'observed' },
  ],
});
