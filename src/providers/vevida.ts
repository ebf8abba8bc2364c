import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'vevida',
  name: 'Vevida',
  category: 'hosting',
  spfIncludes: ['spf.vevida.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=spf.vevida.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
