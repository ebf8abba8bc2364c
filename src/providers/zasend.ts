import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'zasend',
  name: 'zaSend',
  category: 'mailbox',
  spfIncludes: ['spf.zasend.com'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/zasend.com.email.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
