import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'hinet-hibox',
  name: 'HiNet hiBox',
  category: 'mailbox',
  spfIncludes: ['hibox.hinet.net'],
  sources: [
    { url: 'https://dns.google/resolve?name=hibox.hinet.net&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
