import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'zoho-desk',
  name: 'Zoho Desk',
  category: 'support',
  returnPaths: ['zohosupport.com'],
  ownDomains: ['zohodesk.com'],
  sources: [
    {
      url: 'https://github.com/apache/spamassassin/blob/117ce7e/rules/60_welcomelist_auth.cf',
      checked: '2026-11',
      evidence: 'observed',
    },
    {
      url: 'https://github.com/niciliketo/dmarc-reports/blob/26a58fa/report1.xml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
