import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'substack',
  name: 'Substack',
  category: 'marketing',
  returnPaths: ['substack.com'],
  runsOn: ['mailgun'],
  sources: [
    { url: 'https://dns.google/resolve?name=mg-d1.substack.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
