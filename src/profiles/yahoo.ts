import {
  ALIGNED_MAIL,
  DKIM_IN_ORDER,
  DMARC_IN_ORDER,
  MESSAGE_HEADER,
  NAMED_ADDRESSES,
  SENDERS_PRACTICE,
  SPF_IN_ORDER,
} from './evidence.ts';
import { dkimKeyLength, messageFormat } from './large-senders.ts';
import { defineProfile } from './profile.ts';

const REQUIREMENTS = {
  source: {
    label: 'Yahoo, Sender Requirements & Recommendations',
    url: 'https://senders.yahooinc.com/best-practices/',
  },
  checked: '2025-04',
} as const;
const FAQS = {
  source: { label: 'Yahoo, Sender FAQs', url: 'https://senders.yahooinc.com/faqs/' },
  checked: '2025-08',
} as const;

export default defineProfile({
  id: 'yahoo',
  name: 'Yahoo, bulk senders',
  about: 'domains that send much to Yahoo and AOL; how much, Yahoo does not say',
  demands: [
    { id: 'spf', text: 'SPF is implemented', ...REQUIREMENTS, ...SPF_IN_ORDER },
    { id: 'dkim', text: 'DKIM is implemented', ...REQUIREMENTS, ...DKIM_IN_ORDER },
    dkimKeyLength(FAQS),
    {
      id: 'dmarc',
      text: 'A valid DMARC policy is published, none at least',
      ...REQUIREMENTS,
      ...DMARC_IN_ORDER,
    },
    {
      id: 'from-alignment',
      text: 'Mail passes DMARC: the domain of the From line is aligned with that of SPF or of DKIM',
      ...REQUIREMENTS,
      ...ALIGNED_MAIL,
    },
    {
      id: 'reverse-and-forward-names',
      text: 'Sending addresses have valid forward and reverse DNS records',
      ...REQUIREMENTS,
      ...NAMED_ADDRESSES,
    },
    {
      id: 'spam-rate',
      text: 'The spam rate stays below 0.3 %',
      ...REQUIREMENTS,
      against: [],
      unknowable: 'complaints come through the Complaint Feedback Loop',
    },
    {
      id: 'one-click-unsubscribe',
      text: 'Marketing and subscribed mail has a List-Unsubscribe header with one click, and a visible link',
      ...REQUIREMENTS,
      ...MESSAGE_HEADER,
    },
    {
      id: 'prompt-unsubscribe',
      text: 'Unsubscribing takes effect within 2 days',
      ...REQUIREMENTS,
      ...SENDERS_PRACTICE,
    },
    messageFormat(REQUIREMENTS),
  ],
});
