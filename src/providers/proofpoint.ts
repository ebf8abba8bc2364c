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
  sources: [
    {
      url: 'https://github.com/domainaware/parsedmarc/blob/6358c36/parsedmarc/resources/maps/base_reverse_dns_map.csv',
      checked: '2026-10',
      evidence: 'observed',
    },
  ],
});
