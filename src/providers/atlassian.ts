import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'atlassian',
  name: 'Atlassian',
  category: 'saas',
  dkimDomains: ['atlassian.net'],
  selectors: [{ match: /^atlassian-[0-9a-f]+$/, alone: true }],
  dkimTargets: ['dkim.atlassian.net'],
  ownDomains: ['atlassian.com', 'trello.com', 'opsgenie.com'],
  spfIncludes: ['_spf.atlassian.net'],
  alignment: 'Verify the domain for product email and publish the atlassian DKIM CNAMEs and the bounce CNAME it shows',
  sources: [
    {
      url: 'https://github.com/ministryofjustice/dns/blob/7568e43/hostedzones/justice.gov.uk.yaml',
      checked: '2026-11',
      evidence: 'zone',
    },
    {
      url: 'https://github.com/api-evangelist/trello/blob/10c8d99/security/trello-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
    {
      url: 'https://github.com/api-evangelist/opsgenie/blob/9f23c54/security/opsgenie-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
