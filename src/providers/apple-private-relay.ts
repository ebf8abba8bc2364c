import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'apple-private-relay',
  name: 'Apple Private Email Relay',
  category: 'forwarder',
  dkimDomains: ['privaterelay.appleid.com'],
  returnPaths: ['privaterelay.appleid.com'],
  mx: ['privaterelay.appleid.com'],
  mailDomains: ['privaterelay.appleid.com'],
  sources: [
    {
      url: 'https://dns.google/resolve?name=privaterelay.appleid.com&type=MX',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
