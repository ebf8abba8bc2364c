import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'migma',
  name: 'Migma',
  category: 'marketing',
  spfIncludes: ['spf.migma.ai'],
  runsOn: ['amazon-ses'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/migma.ai.email-sending.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
