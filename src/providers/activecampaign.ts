import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'activecampaign',
  name: 'ActiveCampaign',
  category: 'crm',
  dkimDomains: ['acems1.com', 'acems2.com', 'acemsa1.com', 'acemsc3.com'],
  selectors: [
    { match: 'acdkim1', alone: true },
    { match: 'acdkim2', alone: true },
  ],
  dkimTargets: ['acems1.com'],
  returnPaths: ['emsend1.com', 'emsend2.com', 'acems1.com', 'acems2.com', 'acemsa1.com', 'acemsc3.com', 'acemsrvc.com'],
  ownDomains: ['activecampaign.com'],
  spfIncludes: ['emsd1.com'],
  ptr: ['emsend2.com', 'acems2.com', 'acemsa1.com'],
  alignment:
    'Publish the CNAMEs acdkim1._domainkey and acdkim2._domainkey, and the mail server CNAME to cmd.emsend1.com for SPF',
  sources: [
    {
      url: 'https://github.com/domainaware/parsedmarc/blob/6358c36/parsedmarc/resources/maps/base_reverse_dns_map.csv',
      checked: '2026-10',
      evidence: 'observed',
    },
    {
      url: 'https://github.com/api-evangelist/activecampaign/blob/3866776/security/activecampaign-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
    { url: 'https://dns.google/resolve?name=s14.avl3.acemsrvc.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
