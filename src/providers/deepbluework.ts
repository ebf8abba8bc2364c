import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'deepbluework',
  name: 'Deepbluework',
  category: 'mailbox',
  spfIncludes: ['_spf.deepbluework.com'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/deepbluework.email-setup.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
