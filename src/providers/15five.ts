import { defineProvider } from './provider.ts';

export default defineProvider({
  id: '15five',
  name: '15Five',
  category: 'saas',
  ownDomains: ['15five.com'],
  runsOn: ['sparkpost'],
  sources: [
    {
      url: 'https://success.15five.com/hc/en-us/articles/50988183934619-Add-engagement-survey-emails-IP-addresses-and-URLs-to-your-allowlist',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
