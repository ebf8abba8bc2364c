import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'nate-mail',
  name: 'Nate Mail',
  category: 'mailbox',
  mailDomains: ['nate.com'],
  sources: [
    {
      url: 'https://github.com/search?q=%22nate.com%22+%22hanmail.net%22&type=code',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
