import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'salesloft',
  name: 'Salesloft',
  category: 'crm',
  ownDomains: ['salesloft.com'],
  sources: [
    {
      url: 'https://github.com/api-evangelist/salesloft/blob/1cc0089/security/salesloft-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
