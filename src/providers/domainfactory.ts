import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'domainfactory',
  name: 'DomainFactory',
  category: 'hosting',
  spfIncludes: ['ispgateway.de'],
  ptr: ['ispgateway.de'],
  sources: [
    { url: 'https://dns.google/resolve?name=ispgateway.de&type=TXT', checked: '2026-11', evidence: 'observed' },
    {
      url: 'https://dns.google/resolve?name=smtprelay01.ispgateway.de&type=A',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
