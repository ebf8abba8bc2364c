import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'neoassist',
  name: 'NeoAssist',
  category: 'support',
  spfIncludes: ['spf1.neoassist.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=spf1.neoassist.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
