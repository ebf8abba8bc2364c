import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'telstra-mail',
  name: 'Telstra Mail',
  category: 'mailbox',
  mx: ['bigpond.com'],
  mailDomains: ['bigpond.com', 'bigpond.net.au'],
  sources: [
    {
      url: 'https://github.com/thunderbird/autoconfig/blob/master/ispdb/bigpond.com.xml',
      checked: '2026-11',
      evidence: 'observed',
    },
    { url: 'https://dns.google/resolve?name=bigpond.com&type=MX', checked: '2026-11', evidence: 'observed' },
  ],
});
