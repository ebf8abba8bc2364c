import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'cision',
  name: 'Cision',
  category: 'marketing',
  ownDomains: ['cision.com', 'cision.one'],
  sources: [
    {
      url: 'https://github.com/api-evangelist/cision/blob/e08e8f6/security/cision-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
