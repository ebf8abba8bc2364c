import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'tray',
  name: 'Tray',
  category: 'saas',
  spfIncludes: ['_spf.tray.com.br'],
  sources: [
    { url: 'https://dns.google/resolve?name=_spf.tray.com.br&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
