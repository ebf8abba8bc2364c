import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'oracle-email-delivery',
  name: 'Oracle Cloud Email Delivery',
  category: 'transactional',
  spfIncludes: ['rp.oracleemaildelivery.com', 'rp.oraclegovemaildelivery.uk', 'spf_c.oraclecloud.com'],
  sources: [
    {
      url: 'https://github.com/ministryofjustice/dns/blob/7568e43/hostedzones/justice.gov.uk.yaml',
      checked: '2026-11',
      evidence: 'zone',
    },
    {
      url: 'https://github.com/ministryofjustice/dns/blob/7568e43/hostedzones/dutysolicitors.org.yaml',
      checked: '2026-11',
      evidence: 'zone',
    },
    {
      url: 'https://github.com/ministryofjustice/dns/blob/7568e43/hostedzones/govfsl.com.yaml',
      checked: '2026-11',
      evidence: 'zone',
    },
  ],
});
