import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'carecloud',
  name: 'CareCloud (Cortex)',
  category: 'crm',
  spfIncludes: ['_spf.cortex.cz'],
  sources: [
    { url: 'https://help.crmcarecloud.com/general/dkim-spf-and-dmarc-setup', checked: '2026-11', evidence: 'vendor' },
  ],
});
