import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'all-inkl',
  name: 'ALL-INKL',
  category: 'mailbox',
  spfIncludes: ['spf.kasserver.com'],
  mx: ['kasserver.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=spf.kasserver.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
