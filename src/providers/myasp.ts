import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'myasp',
  name: 'MyASP',
  category: 'marketing',
  spfIncludes: ['myasp.jp'],
  sources: [{ url: 'https://dns.google/resolve?name=myasp.jp&type=TXT', checked: '2026-11', evidence: 'observed' }],
});
