import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'smx',
  name: 'SMX',
  category: 'gateway',
  spfIncludes: ['spf.nz.smxemail.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=spf.nz.smxemail.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
