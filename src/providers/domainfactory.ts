import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'domainfactory',
  name: 'DomainFactory',
  category: 'hosting',
  spfIncludes: ['ispgateway.de'],
  mx: ['ispgateway.de'],
  ptr: ['ispgateway.de'],
  sources: [
    { url: 'https://dns.google/resolve?name=ispgateway.de&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
