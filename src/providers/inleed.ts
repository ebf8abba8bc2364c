import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'inleed',
  name: 'Inleed',
  category: 'hosting',
  spfIncludes: ['spf.inleed.se'],
  sources: [
    { url: 'https://dns.google/resolve?name=spf.inleed.se&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
