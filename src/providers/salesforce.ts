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
  networks: [
    '96.43.144.64/28',
    '96.43.148.64/28',
    '96.43.151.64/28',
    '182.50.78.64/28',
    '204.14.232.64/28',
    '204.14.234.64/28',
  ],
  alignment:
    'Create a DKIM key for the domain and publish both CNAMEs; with bounce management on, the envelope-from is under bnc.salesforce.com and SPF does not align',
  sources: [
    { url: 'https://help.salesforce.com/s/articleView?id=000386321&type=1', checked: '2026-11', evidence: 'vendor' },
    {
      url: 'https://github.com/ministryofjustice/dns/blob/7568e43/hostedzones/justice.gov.uk.yaml',
      checked: '2026-11',
      evidence: 'zone',
    },
    {
      url: 'https://github.com/mailcow/mailcow-dockerized/blob/073e3f0/data/conf/postfix/postscreen_access.cidr',
      checked: '2026-11',
      evidence: 'observed',
    },
    {
      url: 'https://help.salesforce.com/s/articleView?id=000388992&language=en_US&type=1',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
