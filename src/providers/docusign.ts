import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'docusign',
  name: 'DocuSign',
  category: 'saas',
  dkimDomains: ['docusign.net'],
  returnPaths: ['docusign.net'],
  sources: [{ url: 'https://dns.google/resolve?name=docusign.net&type=TXT', checked: '2026-11', evidence: 'observed' }],
});
