import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'themarketer',
  name: 'theMarketer',
  category: 'marketing',
  runsOn: ['amazon-ses'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/themarketer.com.domain-validation.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
