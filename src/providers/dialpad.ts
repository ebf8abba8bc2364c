import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'dialpad',
  name: 'Dialpad',
  category: 'saas',
  ownDomains: ['dialpad.com'],
  sources: [
    {
      url: 'https://github.com/api-evangelist/dialpad/blob/dac7be3/security/dialpad-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
