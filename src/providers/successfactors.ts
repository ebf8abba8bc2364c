import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'successfactors',
  name: 'SAP SuccessFactors',
  category: 'saas',
  dkimDomains: ['successfactors.com', 'successfactors.eu'],
  returnPaths: ['successfactors.com', 'successfactors.eu'],
  sources: [
    { url: 'https://dns.google/resolve?name=successfactors.com&type=TXT', checked: '2026-11', evidence: 'observed' },
    { url: 'https://dns.google/resolve?name=successfactors.eu&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
