import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'tosend',
  name: 'ToSend',
  category: 'transactional',
  selectors: [{ match: 'tosend', alone: true }],
  runsOn: ['amazon-ses'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/tosend.com.mail.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
