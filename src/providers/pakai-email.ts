import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'pakai-email',
  name: 'Pakai Email',
  category: 'transactional',
  selectors: [{ match: 'pakaiemail', alone: true }],
  dkimTargets: ['dkim.pakai.email'],
  returnPaths: ['return.pakai.email'],
  spfIncludes: ['spf.pakai.email'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/pakai.email.domain.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
