import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'aruba',
  name: 'Aruba',
  category: 'mailbox',
  selectors: [{ match: 'a1', alone: false }],
  spfInclude: '_spf.aruba.it',
  spfIncludes: ['aruba.it'],
  mx: ['aruba.it'],
  mailDomains: ['aruba.it'],
  sources: [
    { url: 'https://dns.google/resolve?name=_spf.aruba.it&type=TXT', checked: '2026-11', evidence: 'observed' },
    { url: 'https://dns.google/resolve?name=mx.aruba.it&type=A', checked: '2026-11', evidence: 'observed' },
  ],
});
