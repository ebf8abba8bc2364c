import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'knockwire',
  name: 'Knockwire',
  category: 'transactional',
  selectors: [
    { match: 'kw', alone: false },
    { match: 'kw2', alone: false },
  ],
  dkimTargets: ['dkim1.knockwire.com', 'dkim2.knockwire.com'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/knockwire.com.sender-auth.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
