import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'altcraft',
  name: 'Altcraft',
  category: 'marketing',
  spfIncludes: ['spf.aksend.net'],
  sources: [
    {
      url: 'https://altcraft.com/help-center/get-started/how-to-set-up-a-domain',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
