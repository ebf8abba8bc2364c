import { defineCheck } from '../define-check.ts';
import { logoWith, webOf, WITH_LOGO } from './example-files.ts';
import { svgDraft } from './judged-record.ts';
import { svgFaults } from './svg-faults.ts';

const BOX = 'viewBox="0 0 64 64"';
const KEYS = { 'view-box': 'area', 'not-square': 'square', dimensions: 'dimensions' } as const;

export default defineCheck({
  id: 'bimi/svg-shape',
  title: 'The logo is square',
  refs: [svgDraft, { label: 'Google: set up BIMI', url: 'https://support.google.com/a/answer/10911027' }],
  why: 'Mail programs show the logo in a square or a circle. What is not square is cut, squeezed or refused.',
  fix: 'Put the logo in the middle of a square `viewBox`, on a background of one colour',
  needs: ['bimi'],
  messages: {
    area: { level: 'warning', text: '{fault} in the logo, so nobody knows how large it is' },
    square: { level: 'warning', text: '{fault}, and the logo has to be square' },
    dimensions: { level: 'note', text: '{fault}, and Gmail wants a logo of at least 96 pixels' },
  },
  examples: [
    { name: 'a square', zone: WITH_LOGO, web: webOf(), expect: [] },
    {
      name: 'a square with dimensions',
      zone: WITH_LOGO,
      web: webOf(undefined, logoWith(BOX, `${BOX} width="96" height="96px"`)),
      expect: [],
    },
    {
      name: 'a banner',
      zone: WITH_LOGO,
      web: webOf(undefined, logoWith('0 0 64 64', '0 0 128 64')),
      expect: ['square'],
    },
    { name: 'no area', zone: WITH_LOGO, web: webOf(undefined, logoWith(BOX, '')), expect: ['area'] },
    {
      name: 'relative dimensions',
      zone: WITH_LOGO,
      web: webOf(undefined, logoWith(BOX, `${BOX} width="100%" height="100%"`)),
      expect: ['dimensions', 'dimensions'],
    },
    {
      name: 'an icon',
      zone: WITH_LOGO,
      web: webOf(undefined, logoWith(BOX, `${BOX} width="16" height="96"`)),
      expect: ['dimensions'],
    },
  ],
  evaluate({ bimi }, findings) {
    for (const { key, fault, detail } of svgFaults(bimi, KEYS, findings)) findings.add(key, { fault }, detail);
  },
});
