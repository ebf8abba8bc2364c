import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'appriver',
  name: 'AppRiver (Zix)',
  category: 'gateway',
  mx: ['arsmtp.com'],
  sources: [{ url: 'https://dns.google/resolve?name=arsmtp.com&type=NS', checked: '2026-11', evidence: 'observed' }],
});
