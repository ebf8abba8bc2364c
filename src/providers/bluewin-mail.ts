import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'bluewin-mail',
  name: 'Swisscom Bluewin Mail',
  category: 'mailbox',
  mx: ['bluewin.ch'],
  mailDomains: ['bluewin.ch'],
  sources: [
    {
      url: 'https://www.swisscom.ch/en/residential/help/e-mail/conditions.html',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
