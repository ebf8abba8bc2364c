import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'afas',
  name: 'AFAS',
  category: 'saas',
  spfIncludes: ['spf.afas.online'],
  sources: [{ url: 'https://dns.google/resolve?name=nac.nl&type=TXT', checked: '2026-11', evidence: 'observed' }],
});
