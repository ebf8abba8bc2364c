import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'softbank-mail',
  name: 'SoftBank Mail',
  category: 'mailbox',
  mx: ['softbank.ne.jp', 'softbank.jp'],
  mailDomains: ['softbank.ne.jp', 'i.softbank.jp'],
  sources: [
    { url: 'https://note.com/sendmagic/n/n5afbf98aeb25', checked: '2026-11', evidence: 'observed' },
    { url: 'https://dns.google/resolve?name=softbank.ne.jp&type=MX', checked: '2026-11', evidence: 'observed' },
  ],
});
