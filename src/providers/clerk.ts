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
  alignment:
    'Publish the CNAMEs clk._domainkey, clk2._domainkey and clkmail into clerk.services: they align DKIM and SPF',
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/clerk.com.app.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
