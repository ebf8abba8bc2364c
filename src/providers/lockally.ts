import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'lockally',
  name: 'Lockally',
  category: 'mailbox',
  spfIncludes: ['_spf.lockally.com'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/lockally.com.email.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
