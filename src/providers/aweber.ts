import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'aweber',
  name: 'AWeber',
  category: 'marketing',
  selectors: [
    { match: 'aweber_key_a', alone: true },
    { match: 'aweber_key_b', alone: true },
    { match: 'aweber_key_c', alone: true },
    { match: 'k1', alone: false },
    { match: 'k2', alone: false },
    { match: 'k3', alone: false },
  ],
  dkimTargets: ['send.aweber.com', 'optin.com'],
  spfIncludes: ['send.aweber.com'],
  alignment: 'Publish the CNAMEs aweber_key_a, aweber_key_b and aweber_key_c under _domainkey',
  sources: [
    {
      url: 'https://help.aweber.com/hc/en-us/articles/360023682313-How-do-I-set-up-DKIM-authentication-records-for-my-domain',
      checked: '2026-11',
      evidence: 'vendor',
    },
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/aweber.com.email-web.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
