import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'trustpilot',
  name: 'Trustpilot',
  category: 'saas',
  ownDomains: ['trustpilot.com', 'trustpilotmail.com'],
  sources: [
    {
      url: 'https://github.com/api-evangelist/trustpilot/blob/3977c90/security/trustpilot-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
    { url: 'https://dns.google/resolve?name=trustpilotmail.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
