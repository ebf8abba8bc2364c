import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'yousign',
  name: 'Yousign',
  category: 'saas',
  ownDomains: ['yousign.com'],
  sources: [
    {
      url: 'https://github.com/api-evangelist/yousign/blob/2db3861/security/yousign-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
