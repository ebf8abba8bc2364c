import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'aurora-sendcloud',
  name: 'Aurora SendCloud',
  category: 'marketing',
  selectors: [
    { match: 'mail', alone: false },
    { match: 'e1', alone: false },
    { match: 'e2', alone: false },
  ],
  returnPaths: ['sendcloud.org'],
  spfIncludes: ['spf.sendcloud.org'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/aurorasendcloud.com.email-auth.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
