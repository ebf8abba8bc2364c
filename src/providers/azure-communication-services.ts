import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'azure-communication-services',
  name: 'Azure Communication Services Email',
  category: 'transactional',
  dkimDomains: ['azurecomm.net'],
  selectors: [
    { match: 'selector1-azurecomm-prod-net', alone: true },
    { match: 'selector2-azurecomm-prod-net', alone: true },
  ],
  dkimTargets: ['azurecomm.net'],
  alignment:
    'Verify a custom domain and publish the CNAMEs selector1-azurecomm-prod-net._domainkey and selector2-azurecomm-prod-net._domainkey; mail from azurecomm.net never aligns',
  sources: [
    {
      url: 'https://github.com/ministryofjustice/dns/blob/7568e43/hostedzones/justice.gov.uk.yaml',
      checked: '2026-11',
      evidence: 'zone',
    },
  ],
});
