import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'cox-mail',
  name: 'Cox Email',
  category: 'mailbox',
  mx: ['cxr.mx.a.cloudfilter.net', 'cox.net'],
  mailDomains: ['cox.net'],
  sources: [
    { url: 'https://dns.google/resolve?name=cox.net&type=MX', checked: '2026-11', evidence: 'observed' },
    {
      url: 'https://github.com/thunderbird/autoconfig/blob/master/ispdb/cox.net.xml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
