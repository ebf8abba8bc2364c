import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'autosend',
  name: 'AutoSend',
  category: 'transactional',
  selectors: [{ match: 'autosend', alone: true }],
  runsOn: ['amazon-ses'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/autosend.com.email-multiregion.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
