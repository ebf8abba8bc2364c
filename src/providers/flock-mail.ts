import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'flock-mail',
  name: 'Flock Mail',
  category: 'mailbox',
  spfIncludes: ['spf.flockmail.com'],
  mx: ['flockmail.com'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/flockmail.com.flock-mail-hosting.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
