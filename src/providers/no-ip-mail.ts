import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'no-ip-mail',
  name: 'No-IP Mail',
  category: 'mailbox',
  spfIncludes: ['no-ip.com'],
  sources: [{ url: 'https://dns.google/resolve?name=no-ip.com&type=TXT', checked: '2026-11', evidence: 'observed' }],
});
