import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'shift4shop',
  name: 'Shift4Shop (3dcart)',
  category: 'saas',
  spfIncludes: ['spf.protection.3dcart.com'],
  sources: [
    {
      url: 'https://dns.google/resolve?name=spf.protection.3dcart.com&type=TXT',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
