import { defineCheck } from '../define-check.ts';
import { logoWith, webOf, WITH_LOGO } from './example-files.ts';
import { svgDraft } from './judged-record.ts';
import { svgFaults } from './svg-faults.ts';

const KEYS = {
  script: 'script',
  reference: 'reference',
  'raster-image': 'pixels',
  animation: 'motion',
  interactivity: 'motion',
  doctype: 'doctype',
} as const;

const inserted = (part: string): ReturnType<typeof webOf> => webOf(undefined, logoWith('<rect', `${part}<rect`));

export default defineCheck({
  id: 'bimi/svg-safety',
  title: 'The logo holds nothing that runs, moves or is fetched',
  refs: [svgDraft],
  why: 'A logo is shown inside the mail program. Receivers refuse files that could do more than be seen: scripts, animation, links, and anything that tells somebody when a mail was opened.',
  fix: 'Draw the logo with shapes and colours alone, and export it without what the drawing program can add to them',
  needs: ['bimi'],
  messages: {
    script: { level: 'warning', text: '{fault} in the logo, and receivers refuse scripts' },
    reference: { level: 'warning', text: '{fault}, and receivers refuse logos that fetch anything' },
    pixels: { level: 'warning', text: '{fault} in the logo, and receivers refuse images made of pixels' },
    motion: { level: 'warning', text: '{fault} in the logo, and receivers refuse what moves or can be clicked' },
    doctype: { level: 'warning', text: '{fault} in the logo, and receivers may refuse it for that' },
  },
  examples: [
    { name: 'a good logo', zone: WITH_LOGO, web: webOf(), expect: [] },
    {
      name: 'a part used twice',
      zone: WITH_LOGO,
      web: inserted('<use href="#part" fill="url(#gradient)"/>'),
      expect: [],
    },
    {
      name: 'scripts of three kinds',
      zone: WITH_LOGO,
      web: inserted('<script>1</script><g onload="x()"/><use href="javascript:x()"/>'),
      expect: ['script', 'script', 'script'],
    },
    {
      name: 'references to other files',
      zone: WITH_LOGO,
      web: inserted('<use href="parts.svg#a"/><g fill="url(https://example.net/a)"/>'),
      expect: ['reference', 'reference'],
    },
    {
      name: 'photographs, which count once',
      zone: WITH_LOGO,
      web: inserted('<image href="data:image/png;base64,AA"/><image href="photo.jpg"/>'),
      expect: ['pixels'],
    },
    {
      name: 'a link around something that moves',
      zone: WITH_LOGO,
      web: inserted('<a href="https://example.com"><g><animate attributeName="x"/></g></a>'),
      expect: ['motion', 'motion'],
    },
    {
      name: 'the DOCTYPE of SVG 1.1',
      zone: WITH_LOGO,
      web: webOf(undefined, logoWith('<svg', '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd"><svg')),
      expect: ['doctype'],
    },
  ],
  evaluate({ bimi }, findings) {
    for (const { key, fault, detail } of svgFaults(bimi, KEYS, findings)) findings.add(key, { fault }, detail);
  },
});
