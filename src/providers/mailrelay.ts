import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'mailrelay',
  name: 'Mailrelay',
  category: 'marketing',
  selectors: [
    { match: 'ipz1', alone: true },
    { match: 'ipz2', alone: true },
  ],
  spfIncludes: ['spf.ipzmarketing.com'],
  alignment: 'Publish the CNAMEs ipz1._domainkey and ipz2._domainkey, which align DKIM',
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/mailrelay.com.email.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
    {
      url: 'https://github.com/is-a-dev/register/blob/9d44a49/domains/harunabdullah.json',
      checked: '2026-11',
      evidence: 'zone',
    },
  ],
});
