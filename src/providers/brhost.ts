import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'brhost',
  name: 'BRHost',
  category: 'transactional',
  spfIncludes: ['brhost.az'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/brhost.az.email.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
