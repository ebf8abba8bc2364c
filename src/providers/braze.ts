import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'braze',
  name: 'Braze',
  category: 'marketing',
  ownDomains: ['braze.com'],
  sources: [
    {
      url: 'https://github.com/api-evangelist/braze/blob/4124515/security/braze-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
