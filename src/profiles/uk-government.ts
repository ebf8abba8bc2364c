import {
  DKIM_IN_ORDER,
  DMARC_IN_ORDER,
  DMARC_REPORTED,
  MTA_STS_IN_ORDER,
  NAMED_ADDRESSES,
  SPF_IN_ORDER,
  STARTTLS_OFFERED,
  TLS_REPORTED,
} from './evidence.ts';
import { defineProfile } from './profile.ts';

const GUIDANCE = {
  source: {
    label: 'GOV.UK, Securing government email (undated)',
    url: 'https://www.gov.uk/guidance/common-technology-services-cts-secure-email-blueprint',
  },
  checked: '2026-11',
} as const;

export default defineProfile({
  id: 'uk-government',
  name: 'UK government, secure email',
  about: 'mail domains of the public sector in the United Kingdom',
  demands: [
    {
      id: 'encrypted-reception',
      text: 'Mail hosts take mail over TLS 1.2 or newer',
      ...GUIDANCE,
      against: [...STARTTLS_OFFERED.against, 'starttls/protocol'],
      decisive: STARTTLS_OFFERED.decisive,
    },
    {
      id: 'mta-sts',
      text: 'Every domain that takes mail has an MTA-STS policy',
      ...GUIDANCE,
      ...MTA_STS_IN_ORDER,
    },
    { id: 'tls-reports', text: 'TLS reports are asked for', ...GUIDANCE, ...TLS_REPORTED },
    { id: 'spf', text: 'There is an SPF record', ...GUIDANCE, ...SPF_IN_ORDER },
    { id: 'dkim', text: 'There are DKIM records', ...GUIDANCE, ...DKIM_IN_ORDER },
    { id: 'dmarc', text: 'There is a DMARC record', ...GUIDANCE, ...DMARC_IN_ORDER },
    { id: 'dmarc-reports', text: 'DMARC reports are asked for', ...GUIDANCE, ...DMARC_REPORTED },
    {
      id: 'reverse-names',
      text: 'Every sending service has a valid PTR record',
      ...GUIDANCE,
      ...NAMED_ADDRESSES,
    },
    {
      id: 'inbound-enforcement',
      text: 'Mail that comes in is filtered, and DMARC is enforced on it',
      ...GUIDANCE,
      against: [],
      unknowable: 'no record tells what a mail host does with mail',
    },
  ],
});
