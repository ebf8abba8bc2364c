import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'shipstation',
  name: 'ShipStation',
  category: 'saas',
  ownDomains: ['shipstation.com'],
  sources: [
    {
      url: 'https://github.com/api-evangelist/shipstation/blob/ebcfdee/security/shipstation-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
    {
      url: 'https://github.com/apache/spamassassin/blob/117ce7e/rules/60_welcomelist_auth.cf',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
