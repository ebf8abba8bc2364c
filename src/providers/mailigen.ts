import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'mailigen',
  name: 'Mailigen',
  category: 'marketing',
  spfIncludes: ['spf.mailigen.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=spf.mailigen.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
