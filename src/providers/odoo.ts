import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'odoo',
  name: 'Odoo',
  category: 'saas',
  spfIncludes: ['_spf.odoo.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=_spf.odoo.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
