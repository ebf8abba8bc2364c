import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'inbox-lv',
  name: 'Inbox.lv',
  category: 'mailbox',
  mailDomains: ['inbox.lv'],
  sources: [
    {
      url: 'https://github.com/thunderbird/autoconfig/blob/master/ispdb/inbox.lv.xml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
