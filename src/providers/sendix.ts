import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'sendix',
  name: 'Sendix',
  category: 'transactional',
  returnPaths: ['bounce.sendix.dev'],
  spfIncludes: ['mail.sendix.dev'],
  runsOn: ['amazon-ses'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/sendix.dev.mail-send-and-receive.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
