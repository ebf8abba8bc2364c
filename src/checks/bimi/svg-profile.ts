import { defineCheck } from '../define-check.ts';
import { LOGO_URL, logoWith, SLOW, webOf, WITH_LOGO } from './example-files.ts';
import { svgDraft } from './judged-record.ts';
import { svgFaults } from './svg-faults.ts';

const TITLE = '<title>Example</title>';
const KEYS = {
  malformed: 'malformed',
  root: 'declaration',
  version: 'declaration',
  'base-profile': 'declaration',
  'root-position': 'declaration',
  title: 'title',
  'title-length': 'titleLength',
  element: 'content',
  attribute: 'content',
  style: 'content',
} as const;

export default defineCheck({
  id: 'bimi/svg-profile',
  title: 'The logo is SVG Tiny PS',
  refs: [svgDraft, { label: 'BIMI Group: solving SVG issues', url: 'https://bimigroup.org/solving-svg-issues/' }],
  why: 'BIMI takes one profile of SVG only, small enough to be shown safely anywhere. Receivers refuse a file that says it is another, or holds what the profile does not know.',
  fix: 'Export the logo as SVG Tiny 1.2, set `version="1.2"` and `baseProfile="tiny-ps"`, and give it a `<title>`; the converters of the BIMI Group do so',
  needs: ['bimi'],
  messages: {
    malformed: { level: 'warning', text: '{fault}, so no receiver can read the logo' },
    declaration: { level: 'warning', text: '{fault}, so the logo is not SVG Tiny PS to receivers' },
    title: { level: 'warning', text: '{fault} in the logo, and SVG Tiny PS requires one' },
    titleLength: { level: 'note', text: '{fault}, so strict receivers refuse the logo' },
    content: { level: 'warning', text: '{fault} in the logo, which SVG Tiny PS does not know' },
  },
  examples: [
    { name: 'a good logo', zone: WITH_LOGO, web: webOf(), expect: [] },
    { name: 'a file cut short', zone: WITH_LOGO, web: webOf(undefined, logoWith('</svg>', '')), expect: ['malformed'] },
    { name: 'a web page', zone: WITH_LOGO, web: webOf(undefined, '<html><body/></html>'), expect: ['declaration'] },
    {
      name: 'what a drawing program writes',
      zone: WITH_LOGO,
      web: webOf(undefined, logoWith('version="1.2" baseProfile="tiny-ps"', 'version="1.1"')),
      expect: ['declaration', 'declaration'],
    },
    {
      name: 'the profile it was made from',
      zone: WITH_LOGO,
      web: webOf(undefined, logoWith('tiny-ps', 'tiny')),
      expect: ['declaration'],
    },
    {
      name: 'an offset',
      zone: WITH_LOGO,
      web: webOf(undefined, logoWith('viewBox', 'x="0px" viewBox')),
      expect: ['declaration'],
    },
    { name: 'no title', zone: WITH_LOGO, web: webOf(undefined, logoWith(TITLE, '')), expect: ['title'] },
    { name: 'an empty title', zone: WITH_LOGO, web: webOf(undefined, logoWith(TITLE, '<title/>')), expect: ['title'] },
    {
      name: 'a long title',
      zone: WITH_LOGO,
      web: webOf(undefined, logoWith(TITLE, `<title>${'Example '.repeat(9)}</title>`)),
      expect: ['titleLength'],
    },
    {
      name: 'style sheets, masks and filters',
      zone: WITH_LOGO,
      web: webOf(
        undefined,
        logoWith('<rect', '<style>*{}</style><filter id="f"/><rect mask="url(#m)" style="fill:red"'),
      ),
      expect: ['content', 'content', 'content', 'content'],
    },
    {
      name: 'a photograph, which is another matter',
      zone: WITH_LOGO,
      web: { [LOGO_URL]: { contentType: 'image/png', body: 'PNG' } },
      expect: [],
      outcome: 'not-applicable',
    },
    SLOW,
  ],
  evaluate({ bimi }, findings) {
    for (const { key, fault, detail } of svgFaults(bimi, KEYS, findings)) findings.add(key, { fault }, detail);
  },
});
