import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'porkbun-forwarding',
  name: 'Porkbun Email Forwarding',
  category: 'forwarder',
  spfIncludes: ['_spf.porkbun.com'],
  mx: ['porkbun.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=_spf.porkbun.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
