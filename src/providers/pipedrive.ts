import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'pipedrive',
  name: 'Pipedrive',
  category: 'crm',
  ownDomains: ['pipedrive.com'],
  sources: [
    {
      url: 'https://github.com/api-evangelist/pipedrive/blob/72d1ab6/security/pipedrive-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
