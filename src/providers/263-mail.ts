import { defineProvider } from './provider.ts';

export default defineProvider({
  id: '263-mail',
  name: '263 Enterprise Mail',
  category: 'mailbox',
  spfIncludes: ['spf.263.net', 'spf.263xmail.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=spf.263.net&type=TXT', checked: '2026-11', evidence: 'observed' },
    { url: 'https://dns.google/resolve?name=spf.263xmail.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
