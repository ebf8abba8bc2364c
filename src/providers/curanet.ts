import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'curanet',
  name: 'Curanet',
  category: 'hosting',
  spfIncludes: ['spf.curanet.dk'],
  sources: [
    { url: 'https://dns.google/resolve?name=spf.curanet.dk&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
