import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'bmc-helix',
  name: 'BMC Helix',
  category: 'saas',
  spfIncludes: ['_spf-amer.onbmc.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=_spf-amer.onbmc.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
