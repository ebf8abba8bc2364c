import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'blacknight',
  name: 'Blacknight',
  category: 'mailbox',
  spfIncludes: ['spf.blacknight.ie'],
  mx: ['blacknight.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=spf.blacknight.ie&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
