import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'scaleway-email',
  name: 'Scaleway Transactional Email',
  category: 'transactional',
  spfIncludes: ['_spf.tem.scaleway.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=_spf.tem.scaleway.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
