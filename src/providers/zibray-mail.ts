import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'zibray-mail',
  name: 'Zibray Mail',
  category: 'mailbox',
  spfIncludes: ['zibray.com'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/zibray.com.email.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
