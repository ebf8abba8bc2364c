import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'bluewin-mail',
  name: 'Swisscom Bluewin Mail',
  category: 'mailbox',
  mx: ['bluewin.ch'],
  mailDomains: ['bluewin.ch'],
  sources: [{ url: 'https://dns.google/resolve?name=bluewin.ch&type=MX', checked: '2026-11', evidence: 'observed' }],
});
