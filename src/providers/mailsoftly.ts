import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'mailsoftly',
  name: 'Mailsoftly',
  category: 'marketing',
  selectors: [
    { match: 'mailsoftly', alone: true },
    { match: 's1', alone: false },
    { match: 's2', alone: false },
  ],
  dkimTargets: ['mailsoftly.net'],
  runsOn: ['amazon-ses'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/mailsoftly.com.email-auth.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
