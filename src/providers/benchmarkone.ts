import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'benchmarkone',
  name: 'BenchmarkONE',
  category: 'crm',
  selectors: [{ match: 'f1', alone: false }],
  dkimTargets: ['bmesend.com'],
  spfIncludes: ['bmesend.com'],
  alignment: 'Publish the CNAME f1._domainkey, and leave the DMARC alignment relaxed',
  sources: [
    {
      url: 'https://help.benchmarkone.com/en/articles/2382963-email-authentication',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
