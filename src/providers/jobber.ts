import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'jobber',
  name: 'Jobber',
  category: 'saas',
  ownDomains: ['getjobber.com'],
  sources: [
    {
      url: 'https://github.com/api-evangelist/jobber/blob/044843d/security/jobber-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
