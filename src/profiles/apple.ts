import {
  DKIM_IN_ORDER,
  DMARC_IN_ORDER,
  MESSAGE_FORM,
  MESSAGE_HEADER,
  NAMED_ADDRESSES,
  SENDERS_PRACTICE,
  SPF_IN_ORDER,
} from './evidence.ts';
import { messageFormat } from './large-senders.ts';
import { defineProfile } from './profile.ts';

const POSTMASTER = {
  source: {
    label: 'Apple, Postmaster information for iCloud Mail',
    url: 'https://support.apple.com/en-us/102322',
  },
  checked: '2025-02',
} as const;

export default defineProfile({
  id: 'apple',
  name: 'iCloud Mail, bulk senders',
  about: 'everybody who sends bulk mail to iCloud Mail; what lacks one of these is refused',
  demands: [
    { id: 'spf', text: 'Mail is authenticated with SPF', ...POSTMASTER, ...SPF_IN_ORDER },
    { id: 'dkim', text: 'Mail is authenticated with DKIM', ...POSTMASTER, ...DKIM_IN_ORDER },
    { id: 'dmarc', text: 'The sending domain publishes its DMARC policy', ...POSTMASTER, ...DMARC_IN_ORDER },
    {
      id: 'reverse-names',
      text: 'Reverse DNS names the sending addresses after the domain',
      ...POSTMASTER,
      ...NAMED_ADDRESSES,
    },
    messageFormat(POSTMASTER),
    {
      id: 'forwarding-seal',
      text: 'Forwarded mail carries ARC headers',
      ...POSTMASTER,
      ...MESSAGE_HEADER,
    },
    {
      id: 'unsubscribe-link',
      text: 'Mail has a link with which one can unsubscribe at once',
      ...POSTMASTER,
      ...MESSAGE_FORM,
    },
    {
      id: 'consent',
      text: 'Mail goes only to those who subscribed to it themselves',
      ...POSTMASTER,
      ...SENDERS_PRACTICE,
    },
    {
      id: 'bounce-handling',
      text: 'SMTP errors are acted upon, and addresses that bounce, or are inactive, are dropped',
      ...POSTMASTER,
      ...SENDERS_PRACTICE,
    },
  ],
});
