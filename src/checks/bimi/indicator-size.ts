import { defineCheck } from '../define-check.ts';
import { LOGO } from './example-certificates.ts';
import { SLOW, webOf, WITH_LOGO } from './example-files.ts';
import { bimiDraft, detailOf, recordToShow, svgDraft } from './judged-record.ts';

/** Octets, unpacked. The drafts recommend it, and Gmail, Yahoo and those who issue certificates hold to it. */
const MOST = 32 * 1024;

export default defineCheck({
  id: 'bimi/indicator-size',
  title: 'The logo has at most 32 kB',
  refs: [svgDraft, bimiDraft('7.6')],
  why: 'Receivers may put aside what is larger than the 32 kB that the drafts recommend, and several do.',
  fix: 'Simplify the paths, write their numbers with fewer decimals, and leave out what the drawing program added',
  needs: ['bimi'],
  messages: {
    over: { level: 'warning', text: 'The logo at `{url}` has {size} kB, and receivers may refuse more than {most} kB' },
  },
  examples: [
    { name: 'a small logo', zone: WITH_LOGO, web: webOf(), expect: [] },
    { name: 'just enough', zone: WITH_LOGO, web: webOf(undefined, LOGO.padEnd(MOST)), expect: [] },
    { name: 'too much', zone: WITH_LOGO, web: webOf(undefined, LOGO.padEnd(MOST + 1)), expect: ['over'] },
    SLOW,
  ],
  evaluate({ bimi }, findings) {
    const record = recordToShow(bimi, findings);
    if (record === undefined) return;
    const { file, svg } = bimi.indicator ?? {};
    if (file?.state === 'unknown') return findings.inconclusive(file.reason);
    if (file === undefined || svg === undefined) return findings.notApplicable('there is no logo to look at');
    if (svg.body.length <= MOST) return;
    // Never rounded down to the limit itself.
    const size = (Math.ceil((svg.body.length / 1024) * 10) / 10).toFixed(1);
    const detail = detailOf(bimi, record, record.parsed.value.location);
    findings.add('over', { url: file.url, size, most: MOST / 1024 }, detail);
  },
});
