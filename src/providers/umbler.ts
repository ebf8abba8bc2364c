import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'umbler',
  name: 'Umbler',
  category: 'hosting',
  spfIncludes: ['spf.umbler.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=spf.umbler.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
