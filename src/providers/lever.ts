import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'lever',
  name: 'Lever',
  category: 'saas',
  dkimDomains: ['hire.lever.co'],
  returnPaths: ['hire.lever.co'],
  sources: [
    { url: 'https://dns.google/resolve?name=hire.lever.co&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
