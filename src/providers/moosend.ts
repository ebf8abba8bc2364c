import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'moosend',
  name: 'Moosend',
  category: 'marketing',
  spfIncludes: ['spfa.mailendo.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=spfa.mailendo.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
