import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'scannet',
  name: 'ScanNet',
  category: 'hosting',
  spfIncludes: ['spf.scannet.dk'],
  sources: [
    { url: 'https://dns.google/resolve?name=spf.scannet.dk&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
