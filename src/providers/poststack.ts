import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'poststack',
  name: 'PostStack',
  category: 'transactional',
  selectors: [{ match: 'poststack', alone: true }],
  returnPaths: ['bounce.poststack.dev'],
  spfIncludes: ['poststack.dev'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/poststack.dev.email.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
