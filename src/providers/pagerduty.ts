import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'pagerduty',
  name: 'PagerDuty',
  category: 'saas',
  ownDomains: ['pagerduty.com'],
  sources: [
    {
      url: 'https://github.com/api-evangelist/pagerduty/blob/dcb5f3a/security/pagerduty-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
