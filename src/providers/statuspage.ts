import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'statuspage',
  name: 'Atlassian Statuspage',
  category: 'saas',
  spfIncludes: ['stspg-customer.com'],
  sources: [{ url: 'https://support.atlassian.com/statuspage/', checked: '2026-10', evidence: 'observed' }],
});
