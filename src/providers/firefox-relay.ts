import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'firefox-relay',
  name: 'Firefox Relay',
  category: 'forwarder',
  dkimDomains: ['mozmail.com', 'relay.firefox.com'],
  returnPaths: ['mozmail.com', 'relay.firefox.com'],
  runsOn: ['amazon-ses'],
  sources: [{ url: 'https://dns.google/resolve?name=mozmail.com&type=MX', checked: '2026-11', evidence: 'observed' }],
});
