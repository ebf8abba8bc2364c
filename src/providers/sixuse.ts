import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'sixuse',
  name: 'Sixuse',
  category: 'mailbox',
  spfIncludes: ['sixuse.com'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/sixuse.com.mail.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
