import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'infomaniak',
  name: 'Infomaniak',
  category: 'mailbox',
  spfIncludes: ['spf.infomaniak.ch'],
  mx: ['infomaniak.ch'],
  sources: [
    { url: 'https://dns.google/resolve?name=spf.infomaniak.ch&type=TXT', checked: '2026-11', evidence: 'observed' },
    { url: 'https://dns.google/resolve?name=infomaniak.com&type=MX', checked: '2026-11', evidence: 'observed' },
  ],
});
