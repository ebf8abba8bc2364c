import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'stytch',
  name: 'Stytch',
  category: 'saas',
  selectors: [
    { match: 'st', alone: false },
    { match: 'st2', alone: false },
  ],
  dkimTargets: ['u17391058.wl059.sendgrid.net'],
  runsOn: ['sendgrid', 'postmark'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/stytch.com.email.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
