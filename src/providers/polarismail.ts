import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'polarismail',
  name: 'PolarisMail',
  category: 'mailbox',
  spfInclude: 'emailarray.com',
  spfIncludes: ['emailarray.com'],
  mx: ['emailarray.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=emailarray.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
