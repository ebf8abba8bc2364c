import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'cleverreach',
  name: 'CleverReach',
  category: 'marketing',
  returnPaths: ['crsend.com'],
  spfInclude: 'spf.crsend.com',
  spfIncludes: ['crsend.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=spf.crsend.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
