import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'mxroute',
  name: 'MXroute',
  category: 'mailbox',
  selectors: [{ match: 'x', alone: false }],
  spfIncludes: ['mxroute.com', 'mxlogin.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=mxroute.com&type=TXT', checked: '2026-11', evidence: 'observed' },
    { url: 'https://dns.google/resolve?name=mxlogin.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
