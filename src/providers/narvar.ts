import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'narvar',
  name: 'Narvar',
  category: 'saas',
  ownDomains: ['narvar.com'],
  sources: [
    {
      url: 'https://github.com/api-evangelist/narvar/blob/af6c0c2/security/narvar-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
