import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'dreamhost',
  name: 'DreamHost',
  category: 'mailbox',
  spfInclude: 'netblocks.dreamhost.com',
  spfIncludes: ['netblocks.dreamhost.com'],
  mx: ['dreamhost.com'],
  sources: [
    {
      url: 'https://dns.google/resolve?name=netblocks.dreamhost.com&type=TXT',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
