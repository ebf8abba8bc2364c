import {
  DKIM_IN_ORDER,
  DMARC_IN_ORDER,
  MESSAGE_HEADER,
  SENDERS_PRACTICE,
  SPF_IN_ORDER,
  WELL_NAMED_ADDRESSES,
} from './evidence.ts';
import { defineProfile } from './profile.ts';

const CRITERIA = {
  source: {
    label: 'Certified Senders Alliance, criteria (second-hand)',
    url: 'https://certified-senders.org/wp-content/uploads/2017/07/CSA_Admission_Criteria.pdf',
  },
  checked: '2026-11',
} as const;

export default defineProfile({
  id: 'csa',
  name: 'Certified Senders Alliance',
  about: 'senders of bulk mail that are certified, or want to be; the criteria have far more to say of consent and law',
  demands: [
    { id: 'spf', text: 'Sending domains have SPF', ...CRITERIA, ...SPF_IN_ORDER },
    { id: 'dkim', text: 'Mail is signed with DKIM', ...CRITERIA, ...DKIM_IN_ORDER },
    { id: 'dmarc', text: 'Sending domains have DMARC', ...CRITERIA, ...DMARC_IN_ORDER },
    {
      id: 'reverse-names',
      text: 'Every sending address has an unambiguous name, full and leading back to it',
      ...CRITERIA,
      ...WELL_NAMED_ADDRESSES,
    },
    {
      id: 'one-click-unsubscribe',
      text: 'Mail can be unsubscribed with one click (RFC 8058)',
      ...CRITERIA,
      ...MESSAGE_HEADER,
    },
    {
      id: 'host-verification',
      text: 'A token at every sending host proves that the sender alone controls it',
      source: {
        label: 'Certified Senders Alliance, CSA Host Verification (undated)',
        url: 'https://certified-senders.org/document/csa-host-verification/',
      },
      checked: '2026-11',
      against: [],
      unknowable: 'the alliance alone knows the tokens',
    },
    {
      id: 'prompt-complaint-handling',
      text: 'Complaints are answered by taking the address off the list',
      ...CRITERIA,
      ...SENDERS_PRACTICE,
    },
  ],
});
