import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'hauberk',
  name: 'Hauberk',
  category: 'saas',
  selectors: [{ match: 'hauberk', alone: true }],
  runsOn: ['amazon-ses'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/hauberk.app.domain-verification.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
