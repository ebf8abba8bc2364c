import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'infobip',
  name: 'Infobip',
  category: 'transactional',
  ownDomains: ['infobip.com'],
  sources: [
    {
      url: 'https://github.com/api-evangelist/infobip/blob/904c615/security/infobip-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
