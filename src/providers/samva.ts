import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'samva',
  name: 'Samva',
  category: 'transactional',
  selectors: [{ match: 'samva', alone: true }],
  runsOn: ['amazon-ses'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/samva.dev.mail-send-and-receive.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
