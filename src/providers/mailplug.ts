import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'mailplug',
  name: 'MailPlug',
  category: 'mailbox',
  spfIncludes: ['mailplug.com'],
  sources: [{ url: 'https://dns.google/resolve?name=mailplug.com&type=TXT', checked: '2026-11', evidence: 'observed' }],
});
