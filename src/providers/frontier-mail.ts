import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'frontier-mail',
  name: 'Frontier Email',
  category: 'mailbox',
  mx: ['frontiernet.net'],
  mailDomains: ['frontier.com', 'frontiernet.net'],
  sources: [
    { url: 'https://dns.google/resolve?name=frontiernet.net&type=MX', checked: '2026-11', evidence: 'observed' },
  ],
});
