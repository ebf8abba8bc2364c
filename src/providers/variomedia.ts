import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'variomedia',
  name: 'Variomedia',
  category: 'mailbox',
  spfIncludes: ['spf.variomedia.de'],
  sources: [
    { url: 'https://dns.google/resolve?name=spf.variomedia.de&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
