import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'turbosmtp',
  name: 'turboSMTP',
  category: 'transactional',
  selectors: [{ match: 'turbo-smtp', alone: true }],
  spfIncludes: ['spf.turbo-smtp.com'],
  alignment: 'Publish the key at turbo-smtp._domainkey, which aligns DKIM',
  sources: [
    { url: 'https://dns.google/resolve?name=spf.turbo-smtp.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
