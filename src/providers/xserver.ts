import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'xserver',
  name: 'Xserver',
  category: 'mailbox',
  spfIncludes: ['spf.sender.xserver.jp'],
  sources: [
    { url: 'https://dns.google/resolve?name=spf.sender.xserver.jp&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
