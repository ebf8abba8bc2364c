import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'all-inkl',
  name: 'ALL-INKL',
  category: 'mailbox',
  selectors: [{ match: /^kas20\d\d[01]\d[0-3]\d[0-2]\d[0-5]\d$/, alone: true }],
  spfIncludes: ['spf.kasserver.com'],
  mx: ['kasserver.com'],
  sources: [
    {
      url: 'https://dns.google/resolve?name=kas202603021246._domainkey.karo-electronics.de&type=TXT',
      checked: '2026-11',
      evidence: 'observed',
    },
    { url: 'https://dns.google/resolve?name=spf.kasserver.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
