import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'mailglyph',
  name: 'MailGlyph',
  category: 'transactional',
  selectors: [{ match: 'mailglyph', alone: true }],
  runsOn: ['amazon-ses'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/mailglyph.com.mail-send-and-receive.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
