import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'beget',
  name: 'Beget',
  category: 'mailbox',
  selectors: [{ match: 'beget', alone: true }],
  spfIncludes: ['beget.com'],
  mx: ['beget.com'],
  sources: [{ url: 'https://dns.google/resolve?name=beget.com&type=TXT', checked: '2026-11', evidence: 'observed' }],
});
