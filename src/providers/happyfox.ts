import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'happyfox',
  name: 'HappyFox',
  category: 'support',
  selectors: [
    { match: 'happyfox1', alone: true },
    { match: 'happyfox2', alone: true },
  ],
  spfIncludes: ['spf.happyfox.com'],
  sources: [
    {
      url: 'https://github.com/cds-snc/dns/blob/0569e16/terraform/cds-snc.ca.tf',
      checked: '2026-11',
      evidence: 'zone',
    },
  ],
});
