import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'mindbody',
  name: 'Mindbody',
  category: 'saas',
  spfIncludes: ['_spf.mindbodyonline.com'],
  sources: [
    {
      url: 'https://dns.google/resolve?name=_spf.mindbodyonline.com&type=TXT',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
