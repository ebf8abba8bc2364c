import { defineProvider } from './provider.ts';

// Only the label `trustifi` of the return-path, on Amazon SES, tells it from SES itself.
export default defineProvider({
  id: 'trustifi',
  name: 'Trustifi',
  category: 'gateway',
  runsOn: ['amazon-ses'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/trustifi.com.dpoo.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
