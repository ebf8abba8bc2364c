import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'cvent',
  name: 'Cvent',
  category: 'saas',
  spfIncludes: ['cvent-planner.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=cvent-planner.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
