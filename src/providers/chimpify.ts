import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'chimpify',
  name: 'Chimpify',
  category: 'marketing',
  spfIncludes: ['spf.chimpify.net'],
  sources: [
    { url: 'https://www.chimpify.de/hilfe/email/bessere-email-zustellung/', checked: '2026-11', evidence: 'vendor' },
  ],
});
