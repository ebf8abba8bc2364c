import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'uberspace',
  name: 'Uberspace',
  category: 'mailbox',
  spfIncludes: ['spf.uberspace.de'],
  mx: ['uberspace.de'],
  sources: [
    { url: 'https://github.com/hackclub/dns/blob/f615136/dino.icu.yaml', checked: '2026-11', evidence: 'zone' },
  ],
});
