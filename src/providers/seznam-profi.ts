import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'seznam-profi',
  name: 'Seznam Email Profi',
  category: 'mailbox',
  dkimDomains: ['seznam.cz'],
  selectors: [
    { match: 'szn1', alone: true },
    { match: 'szn2', alone: true },
    { match: 'szn3', alone: true },
  ],
  returnPaths: ['seznam.cz'],
  spfIncludes: ['spf.seznam.cz'],
  mx: ['seznam.cz'],
  mailDomains: ['seznam.cz', 'email.cz', 'post.cz', 'spoluzaci.cz', 'firmy.cz'],
  networks: ['77.75.76.0/22'],
  sources: [
    { url: 'https://github.com/is-a-dev/register/blob/9d44a49/domains/104.json', checked: '2026-11', evidence: 'zone' },
    {
      url: 'https://github.com/MISP/misp-warninglists/blob/018f958/lists/smtp-sending-ips/list.json',
      checked: '2026-11',
      evidence: 'observed',
    },
    { url: 'https://dns.google/resolve?name=email.cz&type=MX', checked: '2026-11', evidence: 'observed' },
  ],
});
