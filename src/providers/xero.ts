import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'xero',
  name: 'Xero',
  category: 'saas',
  spfIncludes: ['xero.com'],
  sources: [{ url: 'https://community.xero.com/business/discussion/65251', checked: '2026-11', evidence: 'observed' }],
});
