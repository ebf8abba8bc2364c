import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'prontuno',
  name: 'Prontuno',
  category: 'mailbox',
  selectors: [
    { match: 'prontuno1', alone: true },
    { match: 'prontuno2', alone: true },
  ],
  dkimTargets: ['dkim.prontuno.net'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/prontuno.com.email.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
