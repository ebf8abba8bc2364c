import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'oracle-email-delivery',
  name: 'Oracle Cloud Email Delivery',
  category: 'transactional',
  spfIncludes: ['rp.oracleemaildelivery.com', 'rp.oraclegovemaildelivery.uk', 'spf_c.oraclecloud.com'],
  networks: ['130.35.116.0/25', '138.1.108.0/25', '192.29.200.0/25'],
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
    {
      url: 'https://dns.google/resolve?name=eu.rp.oracleemaildelivery.com&type=TXT',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
