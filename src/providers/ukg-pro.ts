import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'ukg-pro',
  name: 'UKG Pro (UltiPro)',
  category: 'saas',
  spfIncludes: ['_spf.ultipro.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=_spf.ultipro.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
