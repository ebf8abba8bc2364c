import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'servicenow',
  name: 'ServiceNow',
  category: 'saas',
  dkimDomains: ['service-now.com'],
  returnPaths: ['service-now.com'],
  ownDomains: ['servicenow.com'],
  spfIncludes: ['service-now.com'],
  ptr: ['service-now.com'],
  sources: [
    {
      url: 'https://github.com/ministryofjustice/dns/blob/7568e43/hostedzones/justice.gov.uk.yaml',
      checked: '2026-11',
      evidence: 'zone',
    },
    {
      url: 'https://github.com/apache/spamassassin/blob/117ce7e/rules/60_welcomelist_auth.cf',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
