import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'easydmarc',
  name: 'EasyDMARC',
  category: 'dmarc',
  spfIncludes: ['spf.easydmarc.com'],
  sources: [{ url: 'https://easydmarc.com/', checked: '2026-10', evidence: 'observed' }],
});
