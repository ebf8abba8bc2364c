import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'eir-mail',
  name: 'eir Mail',
  category: 'mailbox',
  mailDomains: ['eircom.net'],
  sources: [{ url: 'https://dns.google/resolve?name=eircom.net&type=MX', checked: '2026-11', evidence: 'observed' }],
});
