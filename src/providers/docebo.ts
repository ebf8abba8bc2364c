import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'docebo',
  name: 'Docebo',
  category: 'saas',
  spfIncludes: ['docebosaas.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=docebosaas.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
