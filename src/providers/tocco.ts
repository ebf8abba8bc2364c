import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'tocco',
  name: 'Tocco',
  category: 'saas',
  spfIncludes: ['spf.tocco.ch'],
  sources: [{ url: 'https://dns.google/resolve?name=spf.tocco.ch&type=TXT', checked: '2026-11', evidence: 'observed' }],
});
