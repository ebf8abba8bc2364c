import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'superoffice',
  name: 'SuperOffice CRM',
  category: 'crm',
  spfIncludes: ['_spf.online.superoffice.com'],
  runsOn: ['mailgun'],
  sources: [
    {
      url: 'https://github.com/SuperOfficeDocs/superoffice-docs/blob/main/docs/en/email/mailgun/spf/index.md',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
