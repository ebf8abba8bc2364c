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
  spfIncludes: ['hubspotemail.net'],
  ptr: ['hubspotemail.net'],
  alignment:
    'Connect the email sending domain: publish both hs1 and hs2 CNAMEs as shown, one pair for each domain you send from',
  sources: [
    {
      url: 'https://knowledge.hubspot.com/marketing-email/manage-email-authentication-in-hubspot',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
