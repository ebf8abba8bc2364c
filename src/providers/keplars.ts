import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'keplars',
  name: 'Keplars',
  category: 'transactional',
  spfIncludes: ['keplarsmail.com'],
  runsOn: ['amazon-ses'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/keplars.com.email.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
