import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'recruitly',
  name: 'Recruitly',
  category: 'saas',
  spfIncludes: ['spf.protection.recruitly.io'],
  sources: [
    {
      url: 'https://help.recruitly.io/en/article/spf-and-sender-authentication-1p4letr/',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
