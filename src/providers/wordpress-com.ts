import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'wordpress-com',
  name: 'WordPress.com',
  category: 'hosting',
  spfIncludes: ['_spf.automattic.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=_spf.automattic.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
