import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'theredstonee',
  name: 'TheRedStonee',
  category: 'mailbox',
  spfIncludes: ['mail.theredstonee.de'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/theredstonee.de.mail-hosting.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
