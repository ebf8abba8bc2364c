import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'ps-kz',
  name: 'PS.kz',
  category: 'hosting',
  spfIncludes: ['_spf.ps.kz'],
  sources: [{ url: 'https://dns.google/resolve?name=_spf.ps.kz&type=TXT', checked: '2026-11', evidence: 'observed' }],
});
