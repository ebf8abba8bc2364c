import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'value-server',
  name: 'Value Server',
  category: 'hosting',
  spfIncludes: ['mxr.valueserver.jp'],
  sources: [
    { url: 'https://dns.google/resolve?name=mxr.valueserver.jp&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
