import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'cyon',
  name: 'cyon',
  category: 'mailbox',
  spfIncludes: ['spf.protection.cyon.net'],
  sources: [
    {
      url: 'https://dns.google/resolve?name=spf.protection.cyon.net&type=TXT',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
