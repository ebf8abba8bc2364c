import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'peleka',
  name: 'Peleka',
  category: 'transactional',
  dkimTargets: ['dkim.peleka.io'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/peleka.io.domain-auth.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
