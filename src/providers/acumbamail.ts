import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'acumbamail',
  name: 'Acumbamail',
  category: 'marketing',
  spfIncludes: ['spf.acumbamail.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=spf.acumbamail.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
