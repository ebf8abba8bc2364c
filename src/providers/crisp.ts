import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'crisp',
  name: 'Crisp',
  category: 'support',
  spfIncludes: ['crisp.email'],
  sources: [
    { url: 'https://dns.google/resolve?name=_spf.crisp.email&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
