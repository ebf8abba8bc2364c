import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'unisender',
  name: 'UniSender',
  category: 'marketing',
  dkimDomains: ['usndr.com'],
  returnPaths: ['usndr.com'],
  spfIncludes: ['spf.unisender.com'],
  sources: [
    {
      url: 'https://academy.creatio.com/documents/marketing/7-15/domain-verification-unione-provider',
      checked: '2026-10',
      evidence: 'observed',
    },
  ],
});
