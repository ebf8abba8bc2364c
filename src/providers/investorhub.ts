import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'investorhub',
  name: 'InvestorHub',
  category: 'saas',
  spfIncludes: ['spf.investorhub.com'],
  runsOn: ['amazon-ses'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/investorhub.com.email-setup-apex.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
