import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'spamexperts',
  name: 'N-able Mail Assure (SpamExperts)',
  category: 'gateway',
  spfInclude: 'spf.antispamcloud.com',
  spfIncludes: ['antispamcloud.com'],
  mx: ['antispamcloud.com'],
  ptr: ['antispamcloud.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=spf.antispamcloud.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
