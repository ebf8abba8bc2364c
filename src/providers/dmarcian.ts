import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'dmarcian',
  name: 'dmarcian',
  category: 'dmarc',
  spfIncludes: ['_spf.dmarcian.com'],
  sources: [{ url: 'https://dmarcian.com/', checked: '2026-10', evidence: 'observed' }],
});
