import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'kddi-mail',
  name: 'au Mail',
  category: 'mailbox',
  mx: ['ezweb.ne.jp', 'au.com'],
  mailDomains: ['ezweb.ne.jp', 'au.com'],
  sources: [
    { url: 'https://note.com/sendmagic/n/n875d8dcb6cb8', checked: '2026-11', evidence: 'observed' },
    { url: 'https://dns.google/resolve?name=ezweb.ne.jp&type=MX', checked: '2026-11', evidence: 'observed' },
  ],
});
