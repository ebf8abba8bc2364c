import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'centurylink-mail',
  name: 'CenturyLink Email',
  category: 'mailbox',
  mx: ['mx.centurylink.net'],
  mailDomains: ['centurylink.net', 'centurytel.net', 'embarqmail.com', 'q.com'],
  sources: [
    {
      url: 'https://github.com/thunderbird/autoconfig/blob/master/ispdb/centurylink.net',
      checked: '2026-11',
      evidence: 'observed',
    },
    { url: 'https://dns.google/resolve?name=centurylink.net&type=MX', checked: '2026-11', evidence: 'observed' },
  ],
});
