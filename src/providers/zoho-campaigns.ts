import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'zoho-campaigns',
  name: 'Zoho Campaigns',
  category: 'marketing',
  dkimDomains: ['zcsend.net'],
  returnPaths: ['zcsend.net'],
  spfIncludes: ['zcsend.net'],
  ptr: ['zcsend.net'],
  sources: [
    {
      url: 'https://help.zoho.com/portal/en-gb/community/topic/marketers-space-why-email-authentication-matters-in-zoho-campaigns',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
