import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'centrum-cz',
  name: 'Centrum.cz',
  category: 'mailbox',
  mailDomains: ['centrum.cz', 'centrum.sk', 'atlas.cz', 'volny.cz'],
  sources: [{ url: 'https://dns.google/resolve?name=centrum.cz&type=MX', checked: '2026-11', evidence: 'observed' }],
});
