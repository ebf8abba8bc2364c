import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'mailrify',
  name: 'Mailrify',
  category: 'transactional',
  selectors: [{ match: 'mailrify', alone: true }],
  runsOn: ['amazon-ses'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/mailrify.com.mail-send-and-receive.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
