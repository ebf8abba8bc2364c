import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'typeform',
  name: 'Typeform',
  category: 'saas',
  ownDomains: ['typeform.com'],
  sources: [
    {
      url: 'https://github.com/api-evangelist/typeform/blob/598e952/security/typeform-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
