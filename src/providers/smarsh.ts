import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'smarsh',
  name: 'Smarsh',
  category: 'gateway',
  spfIncludes: ['spf.smarsh.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=spf.smarsh.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
