import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'combell',
  name: 'Combell',
  category: 'mailbox',
  spfInclude: '_spf.relay.mailprotect.be',
  spfIncludes: ['mailprotect.be'],
  sources: [
    {
      url: 'https://dns.google/resolve?name=_spf.relay.mailprotect.be&type=TXT',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
