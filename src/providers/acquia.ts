import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'acquia',
  name: 'Acquia',
  category: 'hosting',
  spfIncludes: ['_spf.acquia.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=_spf.acquia.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
