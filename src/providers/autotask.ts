import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'autotask',
  name: 'Autotask',
  category: 'support',
  spfIncludes: ['autotask.net'],
  sources: [{ url: 'https://dns.google/resolve?name=autotask.net&type=TXT', checked: '2026-11', evidence: 'observed' }],
});
