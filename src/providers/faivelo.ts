import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'faivelo',
  name: 'Faivelo',
  category: 'mailbox',
  spfIncludes: ['out.faivelo.com'],
  runsOn: ['amazon-ses'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/faivelo.com.email.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
