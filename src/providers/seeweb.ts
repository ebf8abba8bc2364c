import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'seeweb',
  name: 'Seeweb',
  category: 'hosting',
  spfIncludes: ['_spf.th.seeweb.it'],
  sources: [
    { url: 'https://dns.google/resolve?name=_spf.th.seeweb.it&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
