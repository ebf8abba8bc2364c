import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'frontengine',
  name: 'FrontEngine (Intesys)',
  category: 'transactional',
  spfIncludes: ['_spf.frontengine.intesys.io'],
  sources: [
    {
      url: 'https://docs.intesys.io/en/products/transactional-email/authentication',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
