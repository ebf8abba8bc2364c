import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'outreach',
  name: 'Outreach',
  category: 'crm',
  spfIncludes: ['app.outreach.io'],
  sources: [
    {
      url: 'https://support.outreach.io/hc/en-us/articles/115005650848-SPF-DKIM-and-DMARC-Overview-for-Outreach-Email-Users',
      checked: '2026-10',
      evidence: 'observed',
    },
  ],
});
