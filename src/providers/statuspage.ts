import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'statuspage',
  name: 'Atlassian Statuspage',
  category: 'saas',
  ownDomains: ['statuspage.io'],
  spfIncludes: ['stspg-customer.com'],
  sources: [
    { url: 'https://support.atlassian.com/statuspage/', checked: '2026-10', evidence: 'observed' },
    {
      url: 'https://github.com/api-evangelist/statuspage/blob/b749c8d/security/statuspage-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
