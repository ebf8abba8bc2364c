import {
  ALIGNED_MAIL,
  DKIM_IN_ORDER,
  DMARC_IN_ORDER,
  MESSAGE_FORM,
  MESSAGE_HEADER,
  NAMED_ADDRESSES,
  SENDERS_PRACTICE,
  SENDING_LOG,
  SPF_IN_ORDER,
} from './evidence.ts';
import { dkimKeyLength } from './large-senders.ts';
import { defineProfile } from './profile.ts';

const GUIDELINES = {
  source: { label: 'Google, Email sender guidelines', url: 'https://support.google.com/mail/answer/81126' },
  checked: '2026-03',
} as const;
const FAQ = {
  source: { label: 'Google, Email sender guidelines FAQ', url: 'https://support.google.com/a/answer/14229414' },
  checked: '2026-03',
} as const;

export default defineProfile({
  id: 'gmail',
  name: 'Gmail, bulk senders',
  about: 'domains that send 5,000 messages or more a day to personal Gmail accounts; once is for ever',
  demands: [
    { id: 'spf', text: 'SPF is set up for the domain', ...GUIDELINES, ...SPF_IN_ORDER },
    { id: 'dkim', text: 'DKIM is set up for the domain', ...GUIDELINES, ...DKIM_IN_ORDER },
    dkimKeyLength(GUIDELINES),
    { id: 'dmarc', text: 'DMARC is set up, with the policy none at least', ...GUIDELINES, ...DMARC_IN_ORDER },
    {
      id: 'from-alignment',
      text: 'The domain of the From line is aligned with that of SPF or of DKIM',
      ...GUIDELINES,
      ...ALIGNED_MAIL,
    },
    {
      id: 'reverse-and-forward-names',
      text: 'Every sending address has a PTR record, and its name leads back to the address',
      ...GUIDELINES,
      ...NAMED_ADDRESSES,
    },
    { id: 'encrypted-delivery', text: 'Mail is sent over TLS', ...GUIDELINES, ...SENDING_LOG },
    {
      id: 'spam-rate',
      text: 'The spam rate stays below 0.10 %, and never reaches 0.30 %',
      ...GUIDELINES,
      against: [],
      unknowable: 'the spam rate shows in Postmaster Tools',
    },
    { id: 'message-format', text: 'Messages follow RFC 5322', ...GUIDELINES, ...MESSAGE_FORM },
    {
      id: 'gmail-impersonation',
      text: 'No From line has an address of gmail.com',
      ...GUIDELINES,
      ...MESSAGE_HEADER,
    },
    {
      id: 'one-click-unsubscribe',
      text: 'Marketing and subscribed mail can be unsubscribed with one click (RFC 8058), and by a visible link',
      ...GUIDELINES,
      ...MESSAGE_HEADER,
    },
    {
      id: 'prompt-unsubscribe',
      text: 'Unsubscribing takes effect within 48 hours',
      ...FAQ,
      ...SENDERS_PRACTICE,
    },
  ],
});
