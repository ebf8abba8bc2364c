import {
  DMARC_IN_ORDER,
  DMARC_REJECTS,
  DMARC_REPORTED,
  NEWEST_VERSION_SHOWS,
  PREFERRED_CIPHER_SHOWS,
  SPF_IN_ORDER,
  STARTTLS_OFFERED,
} from './evidence.ts';
import { defineProfile } from './profile.ts';

const DIRECTIVE = {
  source: {
    label: 'DHS, Binding Operational Directive 18-01 §II',
    url: 'https://cyber.dhs.gov/bod/18-01/',
  },
  // The directive is of 2017-10; the page tells of an exception of this month.
  checked: '2018-09',
} as const;

export default defineProfile({
  id: 'cisa-bod-18-01',
  name: 'US federal agencies, BOD 18-01',
  about: 'second-level domains of the agencies of the US executive branch, and their mail hosts',
  demands: [
    { id: 'starttls', text: 'All mail servers offer STARTTLS', ...DIRECTIVE, ...STARTTLS_OFFERED },
    { id: 'spf', text: 'There is a valid SPF record', ...DIRECTIVE, ...SPF_IN_ORDER },
    { id: 'dmarc', text: 'There is a valid DMARC record', ...DIRECTIVE, ...DMARC_IN_ORDER },
    { id: 'dmarc-reports', text: 'Somebody gets the DMARC reports', ...DIRECTIVE, ...DMARC_REPORTED },
    {
      id: 'central-reports',
      text: 'The government’s central address gets the aggregate reports as well',
      ...DIRECTIVE,
      against: [],
      unknowable: 'no check looks for that address; the DMARC record shows it',
    },
    {
      id: 'reject',
      text: 'The DMARC policy is reject',
      ...DIRECTIVE,
      ...DMARC_REJECTS,
    },
    {
      id: 'old-protocols',
      text: 'Mail servers do not speak SSLv2 and SSLv3',
      ...DIRECTIVE,
      against: [],
      unknowable: NEWEST_VERSION_SHOWS,
    },
    {
      id: 'old-ciphers',
      text: 'Mail servers do not use 3DES and RC4; for 3DES there is a temporary exception',
      ...DIRECTIVE,
      against: ['starttls/cipher:broken'],
      unknowable: PREFERRED_CIPHER_SHOWS,
    },
  ],
});
