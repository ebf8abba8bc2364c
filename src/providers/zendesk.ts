import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'zendesk',
  name: 'Zendesk',
  category: 'support',
  dkimDomains: ['zendesk.com'],
  selectors: [
    { match: 'zendesk1', alone: true },
    { match: 'zendesk2', alone: true },
  ],
  dkimTargets: ['zendesk.com'],
  returnPaths: ['zendesk.com'],
  ownDomains: ['zdsys.com'],
  spfIncludes: ['mail.zendesk.com'],
  mx: ['zendesk.com'],
  ptr: ['zdsys.com'],
  networks: ['103.151.192.0/23', '185.12.80.0/22', '188.172.128.0/20', '192.161.144.0/20', '216.198.0.0/18'],
  alignment: 'Publish the CNAMEs zendesk1._domainkey and zendesk2._domainkey and turn on digital signatures',
  sources: [
    {
      url: 'https://support.zendesk.com/hc/en-us/articles/4408832543770-Allowing-Zendesk-to-send-email-on-behalf-of-your-email-domain',
      checked: '2026-11',
      evidence: 'vendor',
    },
    {
      url: 'https://github.com/ministryofjustice/dns/blob/7568e43/hostedzones/paroleboard.gov.uk.yaml',
      checked: '2026-11',
      evidence: 'zone',
    },
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/goentri.com.fourthwall.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
    { url: 'https://dns.google/resolve?name=mail.zendesk.com&type=TXT', checked: '2026-11', evidence: 'observed' },
    {
      url: 'https://github.com/mailcow/mailcow-dockerized/blob/073e3f0/data/conf/postfix/postscreen_access.cidr',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
