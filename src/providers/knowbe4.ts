import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'knowbe4',
  name: 'KnowBe4',
  category: 'saas',
  spfIncludes: ['_spf.psm.knowbe4.com'],
  ptr: ['psm.knowbe4.com'],
  sources: [
    {
      url: 'https://support.knowbe4.com/hc/en-us/articles/203645138-Whitelisting-Data-and-Anti-Spam-Filtering-Information',
      checked: '2026-11',
      evidence: 'vendor',
    },
    { url: 'https://sendmarc.com/spf/spf-knowbe4', checked: '2026-10', evidence: 'observed' },
  ],
});
