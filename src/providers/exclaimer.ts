import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'exclaimer',
  name: 'Exclaimer',
  category: 'gateway',
  spfInclude: 'spf.exclaimer.net',
  spfIncludes: ['exclaimer.net'],
  ptr: ['exclaimer.net'],
  sources: [
    { url: 'https://dns.google/resolve?name=spf.exclaimer.net&type=TXT', checked: '2026-11', evidence: 'observed' },
    { url: 'https://dns.google/resolve?name=us2.smtp.exclaimer.net&type=A', checked: '2026-11', evidence: 'observed' },
  ],
});
