import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'gmail',
  name: 'Gmail',
  category: 'mailbox',
  dkimDomains: ['gmail.com', 'googlemail.com'],
  returnPaths: ['gmail.com', 'googlemail.com'],
  mx: ['gmail-smtp-in.l.google.com'],
  mailDomains: ['gmail.com', 'googlemail.com'],
  sources: [
    { url: 'https://support.google.com/mail/answer/81126', checked: '2026-11', evidence: 'vendor' },
    {
      url: 'https://github.com/KumoCorp/kumomta/blob/30731e4/assets/policy-extras/shaping.toml',
      checked: '2026-10',
      evidence: 'observed',
    },
  ],
});
