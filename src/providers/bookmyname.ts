import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'bookmyname',
  name: 'BookMyName',
  category: 'hosting',
  spfIncludes: ['_spf.bookmyname.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=_spf.bookmyname.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
