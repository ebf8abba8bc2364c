import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'forward-email',
  name: 'Forward Email',
  category: 'forwarder',
  dkimDomains: ['forwardemail.net'],
  selectors: [{ match: /^fe-[0-9a-f]{10}$/, alone: true }],
  returnPaths: ['forwardemail.net'],
  spfIncludes: ['spf.forwardemail.net'],
  mx: ['forwardemail.net'],
  ptr: ['forwardemail.net'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/forwardemail.net.email.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
