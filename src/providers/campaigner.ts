import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'campaigner',
  name: 'Campaigner',
  category: 'marketing',
  selectors: [{ match: 'em', alone: false }],
  dkimTargets: ['emailcampaigns.net'],
  spfIncludes: ['_spf.emailcampaigns.net'],
  alignment: 'Publish the CNAME em._domainkey and have it activated',
  sources: [
    { url: 'https://knowledge.campaigner.com/article/1784-dkim-spf-and-dmarc', checked: '2026-11', evidence: 'vendor' },
  ],
});
