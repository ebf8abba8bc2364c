import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'abila',
  name: 'Community Brands (Abila)',
  category: 'saas',
  spfIncludes: ['spf.abila.info'],
  sources: [
    { url: 'https://dns.google/resolve?name=spf.abila.info&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
