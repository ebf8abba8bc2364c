import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'get-a-newsletter',
  name: 'Get a Newsletter',
  category: 'marketing',
  spfIncludes: ['getanewsletter.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=getanewsletter.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
