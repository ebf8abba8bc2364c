import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'mailblastr',
  name: 'MailBlastr',
  category: 'marketing',
  selectors: [{ match: 'mailblastr', alone: true }],
  runsOn: ['amazon-ses'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/mailblastr.com.email.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
