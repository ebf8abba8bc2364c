import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'jobdiva',
  name: 'JobDiva',
  category: 'saas',
  spfIncludes: ['spf.jobdiva.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=spf.jobdiva.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
