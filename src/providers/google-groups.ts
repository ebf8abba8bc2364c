import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'google-groups',
  name: 'Google Groups',
  category: 'forwarder',
  dkimDomains: ['googlegroups.com'],
  returnPaths: ['googlegroups.com'],
  sources: [
    {
      url: 'https://dns.google/resolve?name=20230601._domainkey.googlegroups.com&type=TXT',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
