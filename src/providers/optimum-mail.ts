import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'optimum-mail',
  name: 'Optimum Email',
  category: 'mailbox',
  mx: ['mx-altice.prod.cloud.synchronoss.net'],
  mailDomains: ['optonline.net', 'optimum.net'],
  sources: [{ url: 'https://dns.google/resolve?name=optonline.net&type=MX', checked: '2026-11', evidence: 'observed' }],
});
