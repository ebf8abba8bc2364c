import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'groups-io',
  name: 'Groups.io',
  category: 'forwarder',
  dkimDomains: ['groups.io'],
  returnPaths: ['groups.io'],
  mx: ['groups.io'],
  sources: [
    {
      url: 'https://dns.google/resolve?name=20140610._domainkey.groups.io&type=TXT',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
