import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'hubspot',
  name: 'HubSpot',
  category: 'crm',
  dkimDomains: ['hubspotemail.net'],
  selectors: [
    { match: /^hs[12]-\d+$/, alone: true },
    { match: 'hs1', alone: false },
    { match: 'hs2', alone: false },
  ],
  dkimTargets: ['hubspotemail.net'],
  returnPaths: ['hubspotemail.net'],
  ownDomains: ['hubspot.com', 'hubspotstarter.net'],
  spfIncludes: ['hubspotemail.net'],
  ptr: ['hubspotemail.net'],
  networks: [
    '3.93.157.0/24',
    '3.210.190.0/24',
    '18.208.124.128/25',
    '54.174.52.0/24',
    '54.174.57.0/24',
    '54.174.59.0/24',
    '54.174.60.0/23',
    '54.174.63.0/24',
    '108.179.144.0/20',
    '139.180.17.0/24',
    '141.193.184.32/27',
    '141.193.184.64/26',
    '141.193.184.128/25',
    '141.193.185.32/27',
    '141.193.185.64/26',
    '141.193.185.128/25',
    '143.244.80.0/20',
    '158.247.16.0/20',
  ],
  alignment:
    'Connect the email sending domain: publish both hs1 and hs2 CNAMEs as shown, one pair for each domain you send from',
  sources: [
    {
      url: 'https://knowledge.hubspot.com/marketing-email/manage-email-authentication-in-hubspot',
      checked: '2026-11',
      evidence: 'vendor',
    },
    {
      url: 'https://github.com/mailcow/mailcow-dockerized/blob/073e3f0/data/conf/postfix/postscreen_access.cidr',
      checked: '2026-11',
      evidence: 'observed',
    },
    {
      url: 'https://github.com/MISP/misp-warninglists/blob/018f958/lists/smtp-sending-ips/list.json',
      checked: '2026-11',
      evidence: 'observed',
    },
    {
      url: 'https://github.com/api-evangelist/hubspot/blob/242843c/security/hubspot-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
    {
      url: 'https://github.com/apache/spamassassin/blob/117ce7e/rules/60_welcomelist_auth.cf',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
