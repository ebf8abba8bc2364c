import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'salesforce',
  name: 'Salesforce',
  category: 'crm',
  dkimDomains: ['salesforce.com'],
  dkimTargets: ['custdkim.salesforce.com'],
  returnPaths: ['bnc.salesforce.com'],
  spfIncludes: ['_spf.salesforce.com'],
  ptr: ['salesforce.com'],
  alignment:
    'Create a DKIM key for the domain and publish both CNAMEs; with bounce management on, the envelope-from is under bnc.salesforce.com and SPF does not align',
  sources: [
    { url: 'https://help.salesforce.com/s/articleView?id=000386321&type=1', checked: '2026-11', evidence: 'vendor' },
    {
      url: 'https://github.com/ministryofjustice/dns/blob/7568e43/hostedzones/justice.gov.uk.yaml',
      checked: '2026-11',
      evidence: 'zone',
    },
  ],
});
