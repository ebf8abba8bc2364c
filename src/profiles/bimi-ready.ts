import { DMARC_IN_ORDER, DMARC_WITHOUT_EXCEPTIONS } from './evidence.ts';
import { defineProfile } from './profile.ts';

const GUIDE = {
  source: {
    label: 'BIMI Group, Implementation Guide (undated)',
    url: 'https://bimigroup.org/implementation-guide/',
  },
  checked: '2026-11',
} as const;

export default defineProfile({
  id: 'bimi-ready',
  name: 'BIMI, ready to show a logo',
  about: 'domains that want their logo beside their mail; whether it is shown, each receiver decides by itself',
  demands: [
    {
      id: 'enforced-dmarc',
      text: 'The DMARC policy is quarantine or reject, for all mail and for sub-domains too',
      ...GUIDE,
      against: [...DMARC_IN_ORDER.against, ...DMARC_WITHOUT_EXCEPTIONS, 'bimi/dmarc-policy'].filter(
        // A weaker policy for sub-domains will do as long as it is one.
        (code) => code !== 'dmarc/subdomain-policy:weaker',
      ),
      decisive: DMARC_IN_ORDER.decisive,
      policy: 'quarantine',
    },
    {
      id: 'record',
      text: 'There is one BIMI record, in good order, that names the logo',
      ...GUIDE,
      against: [
        'bimi/single-record',
        'bimi/version',
        'bimi/syntax',
        'bimi/tag-names',
        'bimi/tag-values',
        'bimi/location',
      ],
      required: ['bimi/location'],
    },
    {
      id: 'logo',
      text: 'The logo can be fetched, and is an SVG Tiny PS file',
      ...GUIDE,
      against: ['bimi/indicator', 'bimi/indicator-size', 'bimi/svg-profile', 'bimi/svg-safety', 'bimi/svg-shape'],
      required: ['bimi/indicator'],
    },
    {
      id: 'mark-certificate',
      text: 'A mark certificate (VMC or CMC) proves whose the logo is, as Gmail and Apple Mail want it',
      source: { label: 'Google, Set up BIMI (second-hand)', url: 'https://support.google.com/a/answer/10911027' },
      checked: '2026-11',
      against: [
        'bimi/certificate:missing',
        'bimi/evidence-location',
        'bimi/certificate-file',
        'bimi/certificate-domain',
        'bimi/certificate-logo',
        'bimi/certificate-period',
        'bimi/certificate-trust',
      ],
      required: ['bimi/certificate'],
    },
  ],
});
