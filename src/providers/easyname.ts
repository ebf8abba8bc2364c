import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'easyname',
  name: 'easyname',
  category: 'mailbox',
  spfIncludes: ['spf.easyname.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=spf.easyname.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
