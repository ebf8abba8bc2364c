import { defineCheck } from '../define-check.ts';
import { standsAside } from '../parked/aside.ts';
import { mergedRecord } from './merged-record.ts';
import { proposal } from './proposals.ts';
import { ownerOf, ownRecords, problemsOf, spanIn } from './records.ts';

export default defineCheck({
  id: 'spf/single-record',
  title: 'There is exactly one SPF record',
  refs: [
    { label: 'RFC 7208 §3.2', url: 'https://www.rfc-editor.org/rfc/rfc7208#section-3.2' },
    { label: 'RFC 7208 §4.5', url: 'https://www.rfc-editor.org/rfc/rfc7208#section-4.5' },
  ],
  why: 'With two records receivers do not choose: the result is permerror, as if there were none. It happens when a new service asks for "an SPF record" and the old one is left standing.',
  fix: 'Put the terms of all of them into one record with one `all` at the end',
  needs: ['spf'],
  considers: ['parked'],
  messages: {
    several: {
      level: 'error',
      text: '`{domain}` has {count} SPF records, so SPF ends in permerror for all of its mail',
    },
    pasted: {
      level: 'error',
      text: 'The record of `{domain}` is two records in one: receivers take the second `v=spf1` for an unknown modifier',
    },
  },
  examples: [
    { name: 'one record', zone: '@ TXT "v=spf1 mx -all"\n@ TXT "something else"', expect: [] },
    {
      name: 'two records',
      zone: '@ TXT "v=spf1 mx -all"\n@ TXT "v=spf1 include:example.net ~all"',
      expect: ['several'],
    },
    {
      name: 'a record that redirects, and another',
      zone: '@ TXT "v=spf1 redirect=a.example"\n@ TXT "v=spf1 mx ~all"',
      expect: ['several'],
    },
    {
      name: 'two of which one is broken',
      zone: '@ TXT "v=spf1 mx -all"\n@ TXT "v=spf1 ipv4:x ~all"',
      expect: ['several'],
    },
    {
      name: 'two records pasted together',
      zone: '@ TXT "v=spf1 mx ~all v=spf1 include:example.net -all"',
      expect: ['pasted'],
    },
    {
      name: 'a DMARC record behind the terms, which is another matter',
      zone: '@ TXT "v=spf1 mx ~all v=DMARC1; p=none"',
      expect: [],
    },
    { name: 'a look-alike beside the record', zone: '@ TXT "v=spf1 mx -all"\n@ TXT "spf2.0/pra mx -all"', expect: [] },
  ],
  evaluate({ spf, parked }, findings) {
    if (standsAside(parked, 'parked/spf', findings)) return;
    const { root } = spf;
    if (root.state === 'several') {
      const records = root.texts.map(({ text }) => text);
      const name = ownerOf(root);
      const value = mergedRecord(records);
      const removals = records.slice(1).map((old) => ({ kind: 'remove', name, type: 'TXT', old }) as const);
      const changes =
        value === undefined
          ? []
          : value === records[0]
            ? removals
            : [{ kind: 'replace', name, type: 'TXT', old: records[0], value } as const, ...removals];
      const second = root.texts[1];
      const at = second === undefined ? {} : { at: spanIn({ domain: root.domain, text: second }) };
      findings.add('several', { domain: root.domain, count: records.length }, { ...at, changes });
    }
    for (const record of ownRecords(spf)) {
      const [again] = problemsOf(record, ['repeated-version']);
      if (again === undefined) continue;
      const value = mergedRecord(record.text.text.split(/(?<=\s)(?=v=spf1(?:\s|$))/i));
      const changes = value === undefined ? [] : proposal(record, value);
      findings.add('pasted', { domain: record.domain }, { at: spanIn(record, again), changes });
    }
  },
});
