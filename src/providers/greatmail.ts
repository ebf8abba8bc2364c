import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'greatmail',
  name: 'Greatmail',
  category: 'mailbox',
  spfIncludes: ['spf.greatmail.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=spf.greatmail.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
