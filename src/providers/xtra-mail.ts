import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'xtra-mail',
  name: 'Spark Xtra Mail',
  category: 'mailbox',
  mx: ['xm.smxcloud.com'],
  mailDomains: ['xtra.co.nz'],
  sources: [{ url: 'https://dns.google/resolve?name=xtra.co.nz&type=MX', checked: '2026-11', evidence: 'observed' }],
});
