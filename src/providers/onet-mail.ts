import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'onet-mail',
  name: 'Onet Poczta',
  category: 'mailbox',
  mx: ['poczta.onet.pl'],
  mailDomains: [
    'onet.pl',
    'onet.eu',
    'op.pl',
    'vp.pl',
    'poczta.onet.pl',
    'poczta.onet.eu',
    'onet.com.pl',
    'autograf.pl',
    'spoko.pl',
  ],
  sources: [
    {
      url: 'https://pomoc.poczta.onet.pl/baza-wiedzy/co-zrobic-w-przypadku-odeslanych-lub-odrzuconych-e-maili/',
      checked: '2026-11',
      evidence: 'vendor',
    },
    { url: 'https://dns.google/resolve?name=onet.pl&type=MX', checked: '2026-11', evidence: 'observed' },
    { url: 'https://dns.google/resolve?name=op.pl&type=MX', checked: '2026-11', evidence: 'observed' },
  ],
});
