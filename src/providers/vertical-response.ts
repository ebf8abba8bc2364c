import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'vertical-response',
  name: 'VerticalResponse',
  category: 'marketing',
  spfIncludes: ['verticalresponse.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=verticalresponse.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
