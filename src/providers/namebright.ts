import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'namebright',
  name: 'NameBright',
  category: 'hosting',
  spfIncludes: ['namebrightmail.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=namebrightmail.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
