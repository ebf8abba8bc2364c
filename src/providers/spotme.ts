import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'spotme',
  name: 'SpotMe',
  category: 'saas',
  spfIncludes: ['_spf.spotme.com'],
  sources: [
    {
      url: 'https://support.spotme.com/hc/en-us/articles/360053321693-How-to-change-the-domain-for-emails-sent-from-Backstage',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
