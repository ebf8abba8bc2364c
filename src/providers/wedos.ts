import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'wedos',
  name: 'WEDOS',
  category: 'mailbox',
  spfIncludes: ['_spf.we.wedos.net'],
  sources: [
    { url: 'https://dns.google/resolve?name=_spf.we.wedos.net&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
