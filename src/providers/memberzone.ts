import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'memberzone',
  name: 'MemberZone (GrowthZone)',
  category: 'saas',
  spfIncludes: ['spf.memberzone.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=spf.memberzone.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
