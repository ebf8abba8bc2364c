import { defineProvider } from './provider.ts';

// There is no include for all: each customer has its own, spf-<8 hex digits>.pphosted.com.
export default defineProvider({
  id: 'proofpoint',
  name: 'Proofpoint',
  category: 'gateway',
  selectors: [{ match: 'proofpoint', alone: true }],
  returnPaths: ['pphosted.com', 'gpphosted.com'],
  spfIncludes: ['pphosted.com', 'gpphosted.com'],
  mx: ['pphosted.com', 'gpphosted.com'],
  ptr: ['pphosted.com', 'gpphosted.com'],
  networks: [
    '62.209.50.0/23',
    '66.159.224.0/19',
    '67.231.144.0/20',
    '91.207.212.0/23',
    '148.163.128.0/19',
    '185.132.180.0/22',
    '205.220.160.0/19',
  ],
  sources: [
    // Connector scripts and throttling tables of several administrators list the same blocks.
    {
      url: 'https://github.com/search?q=%22148.163.128.0%2F19%22+Proofpoint&type=code',
      checked: '2026-11',
      evidence: 'observed',
    },
    {
      url: 'https://github.com/domainaware/parsedmarc/blob/6358c36/parsedmarc/resources/maps/base_reverse_dns_map.csv',
      checked: '2026-10',
      evidence: 'observed',
    },
  ],
});
