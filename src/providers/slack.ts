import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'slack',
  name: 'Slack',
  category: 'saas',
  ownDomains: ['slack.com'],
  sources: [
    {
      url: 'https://github.com/api-evangelist/slack/blob/fe84de5/security/slack-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
