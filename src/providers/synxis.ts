import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'synxis',
  name: 'SynXis (Sabre Hospitality)',
  category: 'saas',
  spfIncludes: ['spf.synxis.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=spf.synxis.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
