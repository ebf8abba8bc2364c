import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 't-online',
  name: 'Telekom Mail (T-Online)',
  category: 'mailbox',
  dkimDomains: ['t-online.de'],
  returnPaths: ['t-online.de'],
  mx: ['t-online.de'],
  ptr: ['t-online.de'],
  sources: [{ url: 'https://postmaster.t-online.de/', checked: '2026-11', evidence: 'vendor' }],
});
