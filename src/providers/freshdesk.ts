import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'freshdesk',
  name: 'Freshdesk (Freshworks)',
  category: 'support',
  dkimDomains: ['freshdesk.com', 'freshemail.io'],
  selectors: [
    { match: 'fs', alone: false },
    { match: 'fs2', alone: false },
    { match: 'fs3', alone: false },
  ],
  dkimTargets: ['freshemail.io'],
  returnPaths: ['freshdesk.com', 'freshemail.io'],
  spfIncludes: ['email.freshdesk.com', 'email.freshservice.com'],
  mx: ['freshdesk.com'],
  alignment: 'Add the domain in the email settings and publish the DKIM CNAMEs into freshemail.io that are shown there',
  sources: [
    {
      url: 'https://github.com/ministryofjustice/dns/blob/7568e43/hostedzones/govfsl.com.yaml',
      checked: '2026-11',
      evidence: 'zone',
    },
    {
      url: 'https://github.com/cds-snc/dns/blob/0569e16/terraform/cds-snc.ca.tf',
      checked: '2026-11',
      evidence: 'zone',
    },
  ],
});
