import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'virgin-media-mail',
  name: 'Virgin Media Mail',
  category: 'mailbox',
  mailDomains: ['virginmedia.com', 'ntlworld.com', 'blueyonder.co.uk', 'virgin.net'],
  sources: [
    {
      url: 'https://github.com/thunderbird/autoconfig/blob/master/ispdb/ntlworld.com.xml',
      checked: '2026-11',
      evidence: 'observed',
    },
    {
      url: 'https://github.com/thunderbird/autoconfig/blob/master/ispdb/blueyonder.co.uk',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
