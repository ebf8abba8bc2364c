import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'register-it',
  name: 'Register.it',
  category: 'mailbox',
  spfIncludes: ['spf.webapps.net'],
  sources: [
    { url: 'https://dns.google/resolve?name=spf.webapps.net&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
