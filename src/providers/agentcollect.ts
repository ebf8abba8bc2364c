import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'agentcollect',
  name: 'AgentCollect',
  category: 'saas',
  selectors: [
    { match: 'aco', alone: false },
    { match: 'aco2', alone: false },
  ],
  runsOn: ['sendgrid'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/agentcollect.com.email-whitelabel.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
