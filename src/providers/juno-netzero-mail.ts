import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'juno-netzero-mail',
  name: 'Juno and NetZero Mail',
  category: 'mailbox',
  mx: ['untd.com'],
  mailDomains: ['juno.com', 'netzero.net', 'netzero.com'],
  sources: [{ url: 'https://dns.google/resolve?name=juno.com&type=MX', checked: '2026-11', evidence: 'observed' }],
});
