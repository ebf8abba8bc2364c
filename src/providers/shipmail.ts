import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'shipmail',
  name: 'Shipmail',
  category: 'mailbox',
  selectors: [{ match: 'shipmail', alone: true }],
  spfIncludes: ['spf.shipmail.to'],
  runsOn: ['amazon-ses'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/shipmail.to.email.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
