import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'talking-unicorn',
  name: 'Talking Unicorn',
  category: 'mailbox',
  selectors: [{ match: 'mail', alone: false }],
  spfIncludes: ['_spf.talkingunicorn.email'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/talkingunicorn.email.email-setup.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
