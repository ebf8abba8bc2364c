import { dmarcName, hasSeveral } from '../../dmarc-policy/answers.ts';
import { dmarcLookalike, isDmarcVersion } from '../../protocols/dmarc.ts';
import { defineCheck } from '../define-check.ts';
import { coverageOf } from './coverage.ts';
import { meantText } from './meant.ts';

export default defineCheck({
  id: 'dmarc/record-location',
  title: 'The DMARC record stands at _dmarc, not at the domain itself',
  refs: [{ label: 'RFC 9989 §4.5', url: 'https://www.rfc-editor.org/rfc/rfc9989#section-4.5' }],
  why: 'Receivers ask for the record at the name `_dmarc` below the domain and nowhere else. Web forms that add the domain to the name, or that were left at `@`, put it where nobody looks.',
  fix: 'Publish the record at `_dmarc` and take it away from the domain itself',
  needs: ['text', 'dmarc'],
  messages: {
    misplaced: {
      level: 'error',
      text: 'A DMARC record stands at `{domain}` itself, where nobody looks, and there is none at `{name}`',
    },
    overruled: {
      level: 'warning',
      text: 'A DMARC record stands at `{domain}` itself, where nobody looks, so that of `{above}` applies',
    },
    stray: {
      level: 'note',
      text: 'A DMARC record stands at `{domain}` itself, where nobody looks; that at `{name}` counts',
    },
  },
  examples: [
    { name: 'a domain that `_dmarc` is an alias of', zone: '@ TXT "v=DMARC1; p=none"\n_dmarc CNAME @', expect: [] },
    { name: 'a record at the right place', zone: '_dmarc TXT "v=DMARC1; p=none"\n@ TXT "v=spf1 -all"', expect: [] },
    { name: 'a record at the domain', zone: '@ TXT "v=DMARC1; p=none"', expect: ['misplaced'] },
    { name: 'one that is broken as well', zone: '@ TXT "v=dmarc1 p=none"', expect: ['misplaced'] },
    {
      name: 'one in both places',
      zone: '_dmarc TXT "v=DMARC1; p=none"\n@ TXT "v=DMARC1; p=reject"',
      expect: ['stray'],
    },
    {
      name: 'one glued to an SPF record, which is another matter',
      zone: '@ TXT "v=spf1 mx ~all v=DMARC1; p=none; rua=mailto:d@example.com"',
      expect: [],
    },
    { name: 'a text that speaks of it', zone: '@ TXT "see _dmarc for v=DMARC1 record"', expect: [] },
    {
      name: 'one at a sub-domain',
      zone: '_dmarc TXT "v=DMARC1; p=none"\nnews TXT "v=DMARC1; p=reject"',
      domain: 'news.example.com',
      expect: ['overruled'],
    },
    {
      name: 'an alias of such a domain',
      zone: '@ TXT "v=DMARC1; p=none"\nwww CNAME @',
      domain: 'www.example.com',
      expect: [],
    },
    {
      name: 'a name server that fails',
      zone: '@ TXT "v=DMARC1; p=none"',
      servfail: ['_dmarc.example.com'],
      expect: [],
      outcome: 'inconclusive',
    },
  ],
  evaluate({ text, dmarc }, findings) {
    const misplaced = text.records.filter((one) => isDmarcVersion(one.text) || dmarcLookalike(one.text) !== undefined);
    const [first] = misplaced;
    // Behind an alias the text belongs to another name; where `_dmarc` is one of the domain, it is in its place.
    if (first === undefined || text.via.length > 0 || dmarc.own.via.includes(findings.domain)) return;
    if (dmarc.own.status === 'failed') {
      findings.inconclusive(dmarc.own.reason ?? dmarc.own.name);
      return;
    }
    const { domain } = findings;
    const name = dmarcName(domain);
    const place = first.place === undefined ? {} : { place: first.place };
    const at = { source: `${first.name} TXT`, text: first.text, start: 0, end: first.text.length, ...place };
    const removals = misplaced.map((one) => ({ kind: 'remove', name: domain, type: 'TXT', old: one.text }) as const);
    if (dmarc.own.record !== undefined || hasSeveral(dmarc.own)) {
      findings.add('stray', { domain, name }, { at, changes: removals });
      return;
    }
    const value = meantText(first.text);
    const moved = { kind: 'publish', name, type: 'TXT', value } as const;
    // Taken away alone, a record that nobody can read would take with it what its owner wanted.
    const changes = isDmarcVersion(value) ? [...removals, ...(dmarc.own.via.length === 0 ? [moved] : [])] : [];
    const coverage = coverageOf(dmarc);
    if (coverage.state === 'above') findings.add('overruled', { domain, above: coverage.domain }, { at, changes });
    else findings.add('misplaced', { domain, name }, { at, changes });
  },
});
