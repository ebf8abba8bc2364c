import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'gmx-web-de',
  name: 'GMX and WEB.DE',
  category: 'mailbox',
  dkimDomains: ['gmx.net', 'gmx.de', 'gmx.com', 'web.de'],
  returnPaths: ['gmx.net', 'gmx.de', 'gmx.com', 'web.de'],
  mx: ['gmx.net', 'web.de'],
  ptr: ['gmx.net', 'web.de'],
  sources: [{ url: 'https://postmaster.gmx.net/en/', checked: '2026-11', evidence: 'vendor' }],
});
