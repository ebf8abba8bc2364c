import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'codexsuit',
  name: 'CodexSuit',
  category: 'transactional',
  dkimTargets: ['mail.codexsuit.com'],
  spfIncludes: ['mail.codexsuit.com'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/codexsuit.com.mail.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
