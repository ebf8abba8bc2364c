import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'clickup',
  name: 'ClickUp',
  category: 'saas',
  ownDomains: ['clickup.com'],
  sources: [
    {
      url: 'https://github.com/api-evangelist/clickup/blob/02ce65e/security/clickup-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
