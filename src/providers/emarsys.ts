import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'emarsys',
  name: 'SAP Emarsys',
  category: 'marketing',
  spfIncludes: ['emarsys.net'],
  sources: [{ url: 'https://dns.google/resolve?name=emarsys.net&type=TXT', checked: '2026-11', evidence: 'observed' }],
});
