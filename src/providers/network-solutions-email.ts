import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'network-solutions-email',
  name: 'Network Solutions Email',
  category: 'mailbox',
  spfIncludes: ['spf.netsolmail.net'],
  sources: [
    { url: 'https://dns.google/resolve?name=spf.netsolmail.net&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
