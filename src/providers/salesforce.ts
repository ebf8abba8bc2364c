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
    '13.108.0.0/15',
    '13.110.0.0/16',
    '85.222.128.0/19',
    '96.43.144.0/20',
    '101.53.160.0/19',
    '136.146.0.0/15',
    '161.71.0.0/17',
    '161.71.128.0/17',
    '182.50.76.0/22',
    '202.129.242.0/23',
    '204.14.232.0/21',
  ],
  alignment:
    'Create a DKIM key for the domain and publish both CNAMEs; with bounce management on, the envelope-from is under bnc.salesforce.com and SPF does not align',
  sources: [
    { url: 'https://help.salesforce.com/s/articleView?id=000384438&type=1', checked: '2026-11', evidence: 'observed' },
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
