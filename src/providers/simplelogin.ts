import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'simplelogin',
  name: 'SimpleLogin',
  category: 'forwarder',
  dkimDomains: ['simplelogin.co'],
  selectors: [{ match: 'dkim', alone: false }],
  dkimTargets: ['simplelogin.co'],
  returnPaths: ['simplelogin.co'],
  spfIncludes: ['simplelogin.co'],
  mx: ['simplelogin.co'],
  alignment:
    'To send from aliases of the domain publish the CNAME dkim._domainkey into simplelogin.co; the include covers SPF',
  sources: [
    {
      url: 'https://github.com/is-a-dev/register/blob/9d44a49/domains/_discord.aboutjes.json',
      checked: '2026-11',
      evidence: 'zone',
    },
  ],
});
