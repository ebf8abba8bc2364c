import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'attentive',
  name: 'Attentive',
  category: 'marketing',
  ownDomains: ['attentive.com', 'attentivemobile.com'],
  sources: [
    {
      url: 'https://github.com/api-evangelist/attentive/blob/a7a8751/security/attentive-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
