import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'pulseheberg',
  name: 'PulseHeberg',
  category: 'hosting',
  spfIncludes: ['spf.pulseheberg.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=spf.pulseheberg.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
