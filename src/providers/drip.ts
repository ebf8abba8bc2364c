import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'drip',
  name: 'Drip',
  category: 'crm',
  dkimDomains: ['dripemail2.com'],
  returnPaths: ['dripemail2.com'],
  ownDomains: ['drip.com', 'getdrip.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=dripemail2.com&type=TXT', checked: '2026-11', evidence: 'observed' },
    {
      url: 'https://github.com/api-evangelist/drip/blob/7348814/security/drip-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
