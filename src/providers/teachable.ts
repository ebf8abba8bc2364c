import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'teachable',
  name: 'Teachable',
  category: 'saas',
  ownDomains: ['teachable.com'],
  sources: [
    {
      url: 'https://github.com/api-evangelist/teachable/blob/c09998a/security/teachable-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
