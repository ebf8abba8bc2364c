import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'proximus-mail',
  name: 'Proximus Mail',
  category: 'mailbox',
  mailDomains: ['proximus.be', 'skynet.be'],
  sources: [{ url: 'https://dns.google/resolve?name=skynet.be&type=MX', checked: '2026-11', evidence: 'observed' }],
});
