import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'one-email',
  name: 'One-Email',
  category: 'transactional',
  selectors: [
    { match: 'oe1', alone: false },
    { match: 'oe2', alone: false },
  ],
  dkimTargets: ['dkim.one-email.com'],
  spfIncludes: ['spf.one-email.com'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/one-email.com.email.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
