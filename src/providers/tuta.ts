import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'tuta',
  name: 'Tuta',
  category: 'mailbox',
  dkimTargets: ['tutanota.de'],
  spfIncludes: ['spf.tutanota.de'],
  mx: ['tutanota.de'],
  mailDomains: ['tuta.com', 'tutanota.com', 'tutanota.de', 'tutamail.com', 'tuta.io', 'keemail.me'],
  alignment: 'Publish the CNAMEs s1._domainkey and s2._domainkey into domainkey.tutanota.de',
  sources: [
    { url: 'https://dns.google/resolve?name=spf.tutanota.de&type=TXT', checked: '2026-11', evidence: 'observed' },
    {
      url: 'https://dns.google/resolve?name=s1.domainkey.tutanota.de&type=TXT',
      checked: '2026-11',
      evidence: 'observed',
    },
    { url: 'https://dns.google/resolve?name=tutanota.com&type=MX', checked: '2026-11', evidence: 'observed' },
  ],
});
