import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'octadesk',
  name: 'Octadesk',
  category: 'support',
  spfIncludes: ['_spf.octadesk.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=_spf.octadesk.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
