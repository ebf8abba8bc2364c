import { defineProvider } from './provider.ts';

// Mailing lists, by Fastmail.
export default defineProvider({
  id: 'topicbox',
  name: 'Topicbox',
  category: 'forwarder',
  dkimDomains: ['topicbox.com'],
  returnPaths: ['topicbox.com'],
  runsOn: ['fastmail'],
  sources: [
    {
      url: 'https://dns.google/resolve?name=jmap.bounce.topicbox.com&type=TXT',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
