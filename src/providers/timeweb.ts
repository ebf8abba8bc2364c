import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'timeweb',
  name: 'Timeweb',
  category: 'mailbox',
  spfIncludes: ['_spf.timeweb.ru'],
  sources: [
    { url: 'https://dns.google/resolve?name=_spf.timeweb.ru&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
