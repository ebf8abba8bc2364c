import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'mailbaby',
  name: 'MailBaby',
  category: 'hosting',
  spfIncludes: ['relay.mailbaby.net'],
  sources: [
    { url: 'https://dns.google/resolve?name=relay.mailbaby.net&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
