import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'smailor',
  name: 'Smailor',
  category: 'mailbox',
  spfIncludes: ['mail.smailor.com'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/smailor.com.email-setup.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
