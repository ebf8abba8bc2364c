import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'mittwald',
  name: 'Mittwald',
  category: 'hosting',
  spfIncludes: ['agenturserver.de'],
  sources: [
    { url: 'https://dns.google/resolve?name=agenturserver.de&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
