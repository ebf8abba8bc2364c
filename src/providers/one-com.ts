import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'one-com',
  name: 'one.com',
  category: 'mailbox',
  spfInclude: '_custspf.one.com',
  spfIncludes: ['_custspf.one.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=_custspf.one.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
