import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'sendkit',
  name: 'SendKit',
  category: 'transactional',
  selectors: [{ match: 'sendkit', alone: true }],
  runsOn: ['amazon-ses'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/sendkit.dev.mail.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
