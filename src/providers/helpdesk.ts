import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'helpdesk',
  name: 'HelpDesk (Text)',
  category: 'support',
  runsOn: ['postmark'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/helpdesk.com.custom-domain.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
