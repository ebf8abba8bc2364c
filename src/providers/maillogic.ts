import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'maillogic',
  name: 'MailLogic',
  category: 'mailbox',
  selectors: [
    { match: 'smtp1', alone: false },
    { match: 'smtp2', alone: false },
  ],
  dkimTargets: ['maillogic.io'],
  spfIncludes: ['smtp.maillogic.io'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/maillogic.io.email-sending.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
