import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'clerk',
  name: 'Clerk',
  category: 'saas',
  selectors: [
    { match: 'clk', alone: false },
    { match: 'clk2', alone: false },
  ],
  dkimTargets: ['clerk.services'],
  returnPaths: ['clerk.services'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/clerk.com.app.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
