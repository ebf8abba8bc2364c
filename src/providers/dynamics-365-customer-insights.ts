import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'dynamics-365-customer-insights',
  name: 'Dynamics 365 Customer Insights',
  category: 'marketing',
  selectors: [
    { match: 'eurkey1', alone: true },
    { match: 'eurkey2', alone: true },
  ],
  dkimTargets: ['marketing.dynamics.com'],
  returnPaths: ['pb-dynmktg.com'],
  ownDomains: ['dynmktg.com'],
  alignment:
    'Publish both DKIM CNAMEs; SPF aligns only with an envelope-from domain enabled, its CNAME below the domain',
  sources: [
    {
      url: 'https://learn.microsoft.com/en-us/dynamics365/customer-insights/journeys/mkt-settings-authenticate-domains',
      checked: '2026-11',
      evidence: 'vendor',
    },
    { url: 'https://dns.google/resolve?name=dynmktg.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
