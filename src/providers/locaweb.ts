import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'locaweb',
  name: 'Locaweb',
  category: 'mailbox',
  spfIncludes: ['_spf.locaweb.com.br'],
  sources: [
    { url: 'https://dns.google/resolve?name=_spf.locaweb.com.br&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
