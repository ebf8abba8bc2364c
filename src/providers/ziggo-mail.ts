import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'ziggo-mail',
  name: 'Ziggo Mail',
  category: 'mailbox',
  mx: ['ziggo.nl'],
  mailDomains: ['ziggo.nl', 'home.nl', 'upcmail.nl', 'chello.nl', 'casema.nl', 'quicknet.nl', 'multiweb.nl'],
  sources: [{ url: 'https://dns.google/resolve?name=ziggo.nl&type=MX', checked: '2026-11', evidence: 'observed' }],
});
