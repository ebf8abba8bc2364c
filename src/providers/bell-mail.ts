import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'bell-mail',
  name: 'Bell Mail',
  category: 'mailbox',
  mx: ['owm.bell.net'],
  mailDomains: ['bell.net', 'sympatico.ca'],
  sources: [
    {
      url: 'https://github.com/thunderbird/autoconfig/blob/master/ispdb/bell.net.xml',
      checked: '2026-11',
      evidence: 'observed',
    },
    { url: 'https://dns.google/resolve?name=sympatico.ca&type=MX', checked: '2026-11', evidence: 'observed' },
  ],
});
