import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'mailchimp',
  name: 'Mailchimp',
  category: 'marketing',
  dkimDomains: ['mailchimpapp.net', 'mcsv.net', 'rsgsv.net', 'mcdlv.net'],
  selectors: [
    { match: 'k1', alone: false },
    { match: 'k2', alone: false },
    { match: 'k3', alone: false },
  ],
  dkimTargets: ['mcsv.net'],
  returnPaths: ['mcsv.net', 'rsgsv.net', 'mcdlv.net'],
  spfIncludes: ['servers.mcsv.net'],
  ptr: ['mcsv.net', 'rsgsv.net', 'mcdlv.net'],
  networks: ['148.105.8.0/21', '198.2.128.0/18', '205.201.128.0/20'],
  envelope: 'own',
  alignment:
    'Authenticate the domain: the CNAMEs k2._domainkey and k3._domainkey align DKIM; SPF never aligns, the envelope-from is always one of Mailchimp',
  sources: [
    { url: 'https://mailchimp.com/help/set-up-email-domain-authentication/', checked: '2026-11', evidence: 'vendor' },
    {
      url: 'https://github.com/ministryofjustice/dns/blob/7568e43/hostedzones/justice.gov.uk.yaml',
      checked: '2026-11',
      evidence: 'zone',
    },
    { url: 'https://dns.google/resolve?name=servers.mcsv.net&type=TXT', checked: '2026-11', evidence: 'observed' },
    {
      url: 'https://github.com/mailcow/mailcow-dockerized/blob/073e3f0/data/conf/postfix/postscreen_access.cidr',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
