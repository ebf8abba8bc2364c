import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'addy-io',
  name: 'addy.io',
  category: 'forwarder',
  dkimDomains: ['anonaddy.com', 'anonaddy.me'],
  dkimTargets: ['anonaddy.me'],
  returnPaths: ['anonaddy.com', 'anonaddy.me'],
  spfIncludes: ['spf.anonaddy.me'],
  mx: ['anonaddy.me'],
  alignment:
    'To send from aliases of the domain publish the CNAME dk1._domainkey into anonaddy.me; the include covers SPF',
  sources: [
    { url: 'https://dns.google/resolve?name=spf.anonaddy.me&type=TXT', checked: '2026-11', evidence: 'observed' },
    {
      url: 'https://dns.google/resolve?name=dk1._domainkey.anonaddy.me&type=TXT',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
