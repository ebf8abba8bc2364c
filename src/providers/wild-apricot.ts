import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'wild-apricot',
  name: 'Wild Apricot',
  category: 'saas',
  spfIncludes: ['wildapricot.org'],
  sources: [
    { url: 'https://dns.google/resolve?name=wildapricot.org&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
