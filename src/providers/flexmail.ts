import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'flexmail',
  name: 'Flexmail',
  category: 'marketing',
  spfIncludes: ['spf.flexmail.eu'],
  sources: [
    { url: 'https://dns.google/resolve?name=spf.flexmail.eu&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
