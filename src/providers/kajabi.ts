import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'kajabi',
  name: 'Kajabi',
  category: 'marketing',
  dkimDomains: ['kajabimail.net'],
  returnPaths: ['kajabimail.net'],
  sources: [
    { url: 'https://dns.google/resolve?name=kajabimail.net&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
