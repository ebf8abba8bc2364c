import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'stripe',
  name: 'Stripe',
  category: 'saas',
  dkimDomains: ['stripe.com'],
  dkimTargets: ['custom-email-domain.stripe.com'],
  alignment: 'Add a custom email domain and publish its three DKIM CNAMEs into dkim.custom-email-domain.stripe.com',
  sources: [
    {
      url: 'https://github.com/ministryofjustice/dns/blob/7568e43/hostedzones/justice.gov.uk.yaml',
      checked: '2026-11',
      evidence: 'zone',
    },
    { url: 'https://github.com/hackclub/dns/blob/f615136/hackclub.com.yaml', checked: '2026-11', evidence: 'zone' },
  ],
});
