import { DMARC_IN_ORDER, DMARC_REPORTED, NAMED_ADDRESSES, SPF_IN_ORDER } from './evidence.ts';
import { defineProfile } from './profile.ts';

const RULES = {
  source: {
    label: 'laposte.net, spécifications techniques (undated)',
    url: 'https://postmaster.laposte.net/contents/quelles-sont-les-specifications-techniques-a-respecter-pour-emettre-des-emails-vers-laposte-net',
  },
  checked: '2026-11',
} as const;

export default defineProfile({
  id: 'laposte',
  name: 'laposte.net',
  about: 'everybody who sends to laposte.net',
  demands: [
    {
      id: 'reverse-names',
      text: 'Every sending server has a valid and coherent PTR record',
      ...RULES,
      ...NAMED_ADDRESSES,
    },
    {
      id: 'spf',
      text: 'The SPF record is valid, and authorises the addresses that mail leaves from',
      ...RULES,
      against: SPF_IN_ORDER.against,
      decisive: [...SPF_IN_ORDER.decisive, 'host/spf-authorisation'],
    },
    {
      id: 'dmarc',
      text: 'There is a DMARC record, with the policy none at least',
      ...RULES,
      ...DMARC_IN_ORDER,
    },
    { id: 'dmarc-reports', text: 'The DMARC record asks for aggregate reports', ...RULES, ...DMARC_REPORTED },
    {
      id: 'authenticated-mail',
      text: 'Mail passes at least one of SPF, DKIM and DMARC',
      ...RULES,
      against: ['traffic/failing-stream'],
      decisive: ['traffic/failing-stream'],
    },
  ],
});
