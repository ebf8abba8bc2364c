import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'personio',
  name: 'Personio',
  category: 'saas',
  ownDomains: ['personio.de', 'personio.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=m.personio.de&type=TXT', checked: '2026-11', evidence: 'observed' },
    {
      url: 'https://github.com/api-evangelist/personio/blob/fd1e14b/security/personio-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
