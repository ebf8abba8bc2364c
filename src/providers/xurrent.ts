import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'xurrent',
  name: 'Xurrent (4me)',
  category: 'support',
  spfIncludes: ['_spf.4me.com'],
  sources: [{ url: 'https://help.4me.com/help/en-GB/email_spf', checked: '2026-11', evidence: 'vendor' }],
});
