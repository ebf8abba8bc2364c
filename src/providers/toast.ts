import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'toast',
  name: 'Toast',
  category: 'saas',
  ownDomains: ['toasttab.com'],
  sources: [
    {
      url: 'https://github.com/api-evangelist/toast/blob/1f235a8/security/toast-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
