import { DKIM_IN_ORDER, SENDING_LOG, WELL_NAMED_ADDRESSES } from './evidence.ts';
import { messageFormat } from './large-senders.ts';
import { defineProfile } from './profile.ts';

const REQUIREMENTS = {
  source: {
    label: 'WEB.DE, Requirements and Recommendations (undated)',
    url: 'https://postmaster.web.de/en/requirements-and-recommendations',
  },
  checked: '2026-11',
} as const;

export default defineProfile({
  id: 'web-de',
  name: 'WEB.DE',
  about: 'everybody who sends to WEB.DE',
  demands: [
    {
      id: 'aligned-dkim',
      text: 'Mail has a valid DKIM signature whose domain is aligned with that of the From line',
      ...REQUIREMENTS,
      against: [...DKIM_IN_ORDER.against, 'traffic/broken-signature', 'traffic/spf-only-stream'],
      decisive: [...DKIM_IN_ORDER.decisive, 'traffic/spf-only-stream'],
    },
    {
      id: 'reverse-names',
      text: 'Every sending address has a PTR record with a full host name that is no generic one of the provider',
      ...REQUIREMENTS,
      ...WELL_NAMED_ADDRESSES,
    },
    {
      id: 'static-address',
      text: 'The sending address is static, and from no dial-up range',
      ...REQUIREMENTS,
      against: ['host/generic-name'],
      decisive: ['host/generic-name'],
      unknowable: 'whoever gave out the address knows; only its name gives a hint',
    },
    {
      id: 'block-lists',
      text: 'Neither the sending address nor the domain is on a known block list',
      ...REQUIREMENTS,
      against: ['dnsbl/listing:sender', 'dnsbl/listing:domain'],
      decisive: ['dnsbl/listing', 'host/generic-name'],
    },
    {
      id: 'reachable-sender',
      text: 'The domain has an MX or A record, so that one can answer',
      ...REQUIREMENTS,
      against: ['dns/existence', 'mx/record:unreachable', 'mx/null-record:sender', 'mx/host-address:all'],
      decisive: ['mx/record'],
    },
    {
      id: 'full-helo-name',
      text: 'The sending server says its full name in HELO',
      ...REQUIREMENTS,
      ...SENDING_LOG,
    },
    messageFormat(REQUIREMENTS),
  ],
});
