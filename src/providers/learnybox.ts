import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'learnybox',
  name: 'LearnyBox',
  category: 'saas',
  spfIncludes: ['learnybox.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=learnybox.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
