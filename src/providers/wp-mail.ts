import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'wp-mail',
  name: 'WP and o2 Poczta',
  category: 'mailbox',
  mx: ['wp.pl', 'o2.pl'],
  mailDomains: ['wp.pl', 'o2.pl', 'tlen.pl', 'go2.pl'],
  sources: [
    { url: 'https://pomoc.wp.pl/dlaczego-mam-problem-z-wysylaniem', checked: '2026-11', evidence: 'vendor' },
    {
      url: 'https://github.com/thunderbird/autoconfig/blob/master/ispdb/o2.pl.xml',
      checked: '2026-11',
      evidence: 'observed',
    },
    { url: 'https://dns.google/resolve?name=wp.pl&type=MX', checked: '2026-11', evidence: 'observed' },
  ],
});
