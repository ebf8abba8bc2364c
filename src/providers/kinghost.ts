import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'kinghost',
  name: 'KingHost',
  category: 'mailbox',
  spfIncludes: ['_spf.kinghost.net'],
  mx: ['kinghost.net'],
  sources: [
    { url: 'https://dns.google/resolve?name=_spf.kinghost.net&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
