import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'emailr',
  name: 'emailr',
  category: 'transactional',
  selectors: [{ match: 'emailr', alone: true }],
  runsOn: ['amazon-ses'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/emailr.dev.send-receive.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
