import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'gigaserver',
  name: 'GigaServer',
  category: 'hosting',
  spfIncludes: ['smtp-gw.gigaserver.cz'],
  sources: [
    { url: 'https://dns.google/resolve?name=smtp-gw.gigaserver.cz&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
