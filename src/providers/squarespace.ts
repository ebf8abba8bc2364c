import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'squarespace',
  name: 'Squarespace Email Campaigns',
  category: 'marketing',
  dkimDomains: ['sqspmail.com'],
  selectors: [{ match: 'squarespace', alone: true }],
  dkimTargets: ['squarespace-mail.com'],
  ownDomains: ['squarespace.com'],
  sources: [
    { url: 'https://support.squarespace.com/hc/articles/360001280728', checked: '2026-11', evidence: 'vendor' },
    {
      url: 'https://seogenius.club/post/domain-verification-guide-how-to-authenticate-third-party-domains-for-email-campaigns',
      checked: '2026-11',
      evidence: 'observed',
    },
    {
      url: 'https://github.com/api-evangelist/squarespace/blob/93d02f1/security/squarespace-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
