import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'pobox',
  name: 'Pobox',
  category: 'forwarder',
  dkimDomains: ['pobox.com'],
  returnPaths: ['pobox.com'],
  mx: ['pobox.com'],
  sources: [{ url: 'https://dns.google/resolve?name=pobox.com&type=MX', checked: '2026-11', evidence: 'observed' }],
});
