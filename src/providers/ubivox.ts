import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'ubivox',
  name: 'Ubivox',
  category: 'marketing',
  spfIncludes: ['spf.ubivox.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=spf.ubivox.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
