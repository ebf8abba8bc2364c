import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'mango-mail',
  name: 'Mango Mail',
  category: 'mailbox',
  selectors: [
    { match: 'mango-1', alone: true },
    { match: 'mango-2', alone: true },
    { match: 'mango-3', alone: true },
  ],
  dkimTargets: ['mymangomail.com'],
  spfIncludes: ['spf.mymangomail.com'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/mymangomail.com.email.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
