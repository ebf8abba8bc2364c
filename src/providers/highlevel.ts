import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'highlevel',
  name: 'HighLevel (LeadConnector)',
  category: 'crm',
  ownDomains: ['gohighlevel.com'],
  spfIncludes: ['leadconnectorhq.com'],
  runsOn: ['mailgun'],
  sources: [
    {
      url: 'https://github.com/api-evangelist/highlevel/blob/a565caf/security/highlevel-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
    {
      url: 'https://dns.google/resolve?name=spf.leadconnectorhq.com&type=TXT',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
