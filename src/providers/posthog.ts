import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'posthog',
  name: 'PostHog',
  category: 'saas',
  runsOn: ['amazon-ses'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/posthog.com.email-verification-us.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
