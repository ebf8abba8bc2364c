import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'loopia',
  name: 'Loopia',
  category: 'mailbox',
  spfIncludes: ['kundspf.loopia.se', 'spf.loopia.se'],
  sources: [
    { url: 'https://dns.google/resolve?name=kundspf.loopia.se&type=TXT', checked: '2026-11', evidence: 'observed' },
    { url: 'https://dns.google/resolve?name=spf.loopia.se&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
