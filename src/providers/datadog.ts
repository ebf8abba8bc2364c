import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'datadog',
  name: 'Datadog',
  category: 'saas',
  ownDomains: ['datadoghq.com'],
  sources: [
    {
      url: 'https://github.com/api-evangelist/datadog/blob/c255803/security/datadog-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
