import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'cordesk',
  name: 'Cordesk',
  category: 'mailbox',
  selectors: [{ match: 'cordesk', alone: true }],
  spfIncludes: ['spf.cordesk.cc'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/cordesk.cc.email.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
