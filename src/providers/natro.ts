import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'natro',
  name: 'Natro',
  category: 'hosting',
  spfIncludes: ['_spfcls.natrohost.com', '_netblockshalon.natrohost.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=_spfcls.natrohost.com&type=TXT', checked: '2026-11', evidence: 'observed' },
    {
      url: 'https://dns.google/resolve?name=_netblockshalon.natrohost.com&type=TXT',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
