import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'storeoncloud',
  name: 'StoreOnCloud',
  category: 'saas',
  spfIncludes: ['_spf.storeoncloud.com'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/storeoncloud.com.email.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
