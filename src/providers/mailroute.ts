import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'mailroute',
  name: 'MailRoute',
  category: 'gateway',
  spfIncludes: ['spf.mailroute.net'],
  sources: [
    { url: 'https://dns.google/resolve?name=spf.mailroute.net&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
