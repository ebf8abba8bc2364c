import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'simply-com',
  name: 'Simply.com',
  category: 'mailbox',
  selectors: [{ match: 'unoeuro', alone: true }],
  dkimTargets: ['dkim.simply.com'],
  spfIncludes: ['spf.simply.com', 'spf.unoeuro.com'],
  mx: ['simply.com', 'unoeuro.com'],
  sources: [
    { url: 'https://www.simply.com/dk/support/faq/mail/136/', checked: '2026-11', evidence: 'vendor' },
    { url: 'https://dns.google/resolve?name=spf.simply.com&type=TXT', checked: '2026-11', evidence: 'observed' },
    { url: 'https://dns.google/resolve?name=spf.unoeuro.com&type=TXT', checked: '2026-11', evidence: 'observed' },
    { url: 'https://dns.google/resolve?name=mx.simply.com&type=A', checked: '2026-11', evidence: 'observed' },
  ],
});
