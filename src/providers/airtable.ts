import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'airtable',
  name: 'Airtable',
  category: 'saas',
  ownDomains: ['airtable.com'],
  sources: [
    {
      url: 'https://github.com/api-evangelist/airtable/blob/bd9ad8f/security/airtable-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
