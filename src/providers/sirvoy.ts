import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'sirvoy',
  name: 'Sirvoy',
  category: 'saas',
  spfIncludes: ['_spf.sirvoy.com'],
  sources: [
    {
      url: 'https://sirvoy.dk/blog/topic/sprog-og-tekster/beskeder-til-gaester/hvorfor-bliver-udgaaende-e-mails-markeret-som-spam-eller-ikke-leveret/',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
