import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'docebo',
  name: 'Docebo',
  category: 'saas',
  ownDomains: ['docebo.com'],
  spfIncludes: ['docebosaas.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=docebosaas.com&type=TXT', checked: '2026-11', evidence: 'observed' },
    {
      url: 'https://github.com/api-evangelist/docebo/blob/bb879cf/security/docebo-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
