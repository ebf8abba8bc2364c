import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'freshbooks',
  name: 'FreshBooks',
  category: 'saas',
  spfIncludes: ['_spf.freshbooks.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=_spf.freshbooks.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
