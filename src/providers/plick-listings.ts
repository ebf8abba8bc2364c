import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'plick-listings',
  name: 'Plick Listings',
  category: 'saas',
  spfIncludes: ['_spf.plicklistings.com'],
  runsOn: ['amazon-ses'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/plicklistings.com.website-email.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
