import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'phpnet',
  name: 'PHPNET',
  category: 'hosting',
  spfIncludes: ['spf.phpnet.org'],
  sources: [
    { url: 'https://dns.google/resolve?name=spf.phpnet.org&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
