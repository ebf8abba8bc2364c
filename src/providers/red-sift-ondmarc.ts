import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'red-sift-ondmarc',
  name: 'Red Sift OnDMARC',
  category: 'dmarc',
  spfIncludes: ['smart.ondmarc.com'],
  sources: [{ url: 'https://umbrellaitgroup.com/kb/spf-dkim-dmarc', checked: '2026-10', evidence: 'observed' }],
});
