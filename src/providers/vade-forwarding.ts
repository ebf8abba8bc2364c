import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'vade-forwarding',
  name: 'Vade Forwarding',
  category: 'forwarder',
  dkimDomains: ['oxsus-vadesecure.net'],
  selectors: [{ match: /^fwd-20\d{4}-rsa2048$/, alone: true }],
  returnPaths: ['oxsus-vadesecure.net'],
  sources: [{ url: 'https://github.com/danielsen/DmarcRua/tree/7a59061', checked: '2026-11', evidence: 'observed' }],
});
