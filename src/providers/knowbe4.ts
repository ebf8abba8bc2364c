import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'knowbe4',
  name: 'KnowBe4',
  category: 'saas',
  spfIncludes: ['_spf.psm.knowbe4.com'],
  ptr: ['psm.knowbe4.com'],
  networks: ['23.21.109.197/32', '23.21.109.212/32', '147.160.167.0/26'],
  sources: [
    { url: 'https://dns.google/resolve?name=_spf.psm.knowbe4.com&type=TXT', checked: '2026-11', evidence: 'observed' },
    {
      url: 'https://support.knowbe4.com/hc/en-us/articles/203645138-Whitelisting-Data-and-Anti-Spam-Filtering-Information',
      checked: '2026-11',
      evidence: 'vendor',
    },
    { url: 'https://sendmarc.com/spf/spf-knowbe4', checked: '2026-10', evidence: 'observed' },
  ],
});
