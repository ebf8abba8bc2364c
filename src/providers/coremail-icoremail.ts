import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'coremail-icoremail',
  name: 'iCoremail',
  category: 'mailbox',
  spfIncludes: ['spf.icoremail.net'],
  sources: [
    { url: 'https://dns.google/resolve?name=spf.icoremail.net&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
