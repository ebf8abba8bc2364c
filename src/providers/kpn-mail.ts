import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'kpn-mail',
  name: 'KPN Mail',
  category: 'mailbox',
  mx: ['kpnmail.nl'],
  mailDomains: ['kpnmail.nl', 'planet.nl', 'kpnplanet.nl', 'hetnet.nl'],
  sources: [
    {
      url: 'https://github.com/thunderbird/autoconfig/blob/master/ispdb/kpnmail.nl.xml',
      checked: '2026-11',
      evidence: 'observed',
    },
    { url: 'https://dns.google/resolve?name=kpnmail.nl&type=MX', checked: '2026-11', evidence: 'observed' },
  ],
});
