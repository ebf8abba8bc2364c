import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'zoho-crm',
  name: 'Zoho CRM',
  category: 'crm',
  dkimDomains: ['zohocrm.com'],
  returnPaths: ['zohocrm.com'],
  sources: [
    {
      url: 'https://github.com/niciliketo/dmarc-reports/blob/26a58fa/report1.xml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
