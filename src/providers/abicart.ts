import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'abicart',
  name: 'Abicart',
  category: 'saas',
  spfIncludes: ['spf.abicart.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=spf.abicart.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
