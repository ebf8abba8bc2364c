import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'trellix-email-security',
  name: 'Trellix Email Security (FireEye)',
  category: 'gateway',
  spfInclude: '_spf.fireeyecloud.com',
  spfIncludes: ['fireeyecloud.com'],
  mx: ['fireeyecloud.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=_spf.fireeyecloud.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
