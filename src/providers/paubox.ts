import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'paubox',
  name: 'Paubox',
  category: 'gateway',
  spfIncludes: ['_spf.paubox.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=_spf.paubox.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
