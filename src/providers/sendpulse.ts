import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'sendpulse',
  name: 'SendPulse',
  category: 'marketing',
  spfIncludes: ['mxsspf.sendpulse.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=mxsspf.sendpulse.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
