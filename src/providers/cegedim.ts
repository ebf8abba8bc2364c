import { defineProvider } from './provider.ts';

// Lexware sends its customers' e-invoices through it.
export default defineProvider({
  id: 'cegedim',
  name: 'Cegedim e-invoicing (Lexware)',
  category: 'saas',
  spfIncludes: ['_spf-e.cegedim.fr', '_spf-i.cegedim.fr'],
  sources: [{ url: 'https://lexware.de/support/faq/faq-beitrag/000026722', checked: '2026-11', evidence: 'vendor' }],
});
