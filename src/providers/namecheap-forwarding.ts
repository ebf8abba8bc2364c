import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'namecheap-forwarding',
  name: 'Namecheap Email Forwarding',
  category: 'forwarder',
  spfIncludes: ['spf.efwd.registrar-servers.com'],
  mx: ['registrar-servers.com'],
  ptr: ['registrar-servers.com'],
  sources: [
    {
      url: 'https://www.namecheap.com/support/knowledgebase/article.aspx/308/2214/how-to-set-up-free-email-forwarding/',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
