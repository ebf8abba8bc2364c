import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'zibpost',
  name: 'ZibPost',
  category: 'mailbox',
  spfIncludes: ['zibpost.com'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/zibpost.com.email.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
