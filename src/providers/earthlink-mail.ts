import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'earthlink-mail',
  name: 'EarthLink Mail',
  category: 'mailbox',
  mx: ['oxsus-vadesecure.net'],
  mailDomains: ['earthlink.net', 'mindspring.com'],
  sources: [
    {
      url: 'https://github.com/thunderbird/autoconfig/blob/master/ispdb/earthlink.net.xml',
      checked: '2026-11',
      evidence: 'observed',
    },
    { url: 'https://dns.google/resolve?name=earthlink.net&type=MX', checked: '2026-11', evidence: 'observed' },
  ],
});
