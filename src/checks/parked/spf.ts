import type { SpfTree } from '../../spf/tree.ts';
import { spfLookAlike } from '../../protocols/spf.ts';
import { defineCheck } from '../define-check.ts';
import { authorisesSenders } from '../mx/sending.ts';
import { isRead, isRelated, ownerOf, spanIn } from '../spf/records.ts';

const NOBODY = 'v=spf1 -all';

export default defineCheck({
  id: 'parked/spf',
  title: 'SPF of a parked domain says that nobody sends for it',
  refs: [
    { label: 'RFC 7208 §10.1.2', url: 'https://www.rfc-editor.org/rfc/rfc7208#section-10.1.2' },
    { label: 'M3AAWG: protecting parked domains', url: 'https://www.m3aawg.org/published-documents' },
  ],
  why: 'A domain without mail is as good as any other to forge, and nobody watches it. `v=spf1 -all` tells receivers that all mail in its name is forged, and a server or service left in the record can still send as you.',
  fix: 'Publish `v=spf1 -all` as the only SPF record of the domain',
  needs: ['parked', 'existence'],
  considers: ['spf', 'text'],
  messages: {
    missing: { level: 'error', text: 'The parked domain `{domain}` publishes no SPF record' },
    senders: { level: 'error', text: 'SPF lets servers send as the parked domain `{domain}`: `{record}`' },
    lenient: {
      level: 'warning',
      text: 'SPF of the parked domain `{domain}` does not fail all mail in its name: `{record}`',
    },
  },
  examples: [
    { name: 'nobody sends', parked: true, zone: '@ TXT "v=spf1 -all"', expect: [] },
    { name: 'small letters are not asked for', parked: true, zone: '@ TXT "v=spf1 -ALL"', expect: [] },
    {
      name: 'a record shared by all parked domains',
      parked: true,
      zone: '@ TXT "v=spf1 redirect=_spf.parked.example.net"\n_spf.parked.example.net. TXT "v=spf1 -all"',
      expect: [],
    },
    { name: 'no record', parked: true, zone: '@ MX 0 .', expect: ['missing'] },
    { name: 'a server left over', parked: true, zone: '@ TXT "v=spf1 ip4:192.0.2.1 -all"', expect: ['senders'] },
    { name: 'everybody', parked: true, zone: '@ TXT "v=spf1 +all"', expect: ['senders'] },
    { name: 'a soft fail', parked: true, zone: '@ TXT "v=spf1 ~all"', expect: ['lenient'] },
    { name: 'nothing at all said', parked: true, zone: '@ TXT "v=spf1"', expect: ['lenient'] },
    {
      name: 'two records, which are another matter',
      parked: true,
      zone: '@ TXT "v=spf1 -all"\n@ TXT "v=spf1 mx -all"',
      expect: [],
      outcome: 'not-applicable',
    },
    {
      name: 'a record that is not recognised',
      parked: true,
      zone: '@ TXT " v=spf1 -all"',
      expect: [],
      outcome: 'not-applicable',
    },
    { name: 'a domain with mail', zone: '@ TXT "v=spf1 mx -all"', expect: [], outcome: 'not-applicable' },
  ],
  evaluate({ existence, spf, text }, findings) {
    const { domain } = findings;
    if (spf.state === 'absent') {
      const texts = text.state === 'found' ? text.value.records : [];
      if (texts.some((one) => spfLookAlike(one.text)?.replacement !== undefined)) {
        findings.notApplicable('there is a record meant as one, see spf/version');
        return;
      }
      // Beside a CNAME no other record may stand (RFC 1034 §3.6.2).
      const isAlias = existence.alias.length > 0;
      const changes = isAlias ? [] : [{ kind: 'publish', name: domain, type: 'TXT', value: NOBODY } as const];
      findings.add('missing', { domain }, { changes });
      return;
    }
    const { root } = spf.value;
    if (!isRead(root) || root.fatal) {
      findings.notApplicable('the SPF record cannot be evaluated, see spf/single-record and spf/syntax');
      return;
    }
    if (failsEverything(root)) return;
    const old = root.text.text;
    const name = ownerOf(root);
    const changes = isRelated(name, domain)
      ? [{ kind: 'replace', name, type: 'TXT', old, value: NOBODY } as const]
      : [];
    findings.add(
      authorisesSenders(root) ? 'senders' : 'lenient',
      { domain, record: old },
      { at: spanIn(root), fix: `publish \`${NOBODY}\` in its place`, changes },
    );
  },
});

/** Whether every sender fails, whoever it is: nothing but `-all`, here or where the record redirects to. */
function failsEverything(node: SpfTree['root']): boolean {
  if (!isRead(node) || node.fatal) return false;
  const terms = node.terms.filter(
    ({ term, reachable }) => reachable && ('qualifier' in term || term.kind === 'redirect'),
  );
  const [only] = terms;
  if (only === undefined || terms.length > 1) return false;
  if (only.term.kind === 'redirect') return only.child !== undefined && failsEverything(only.child);
  return only.term.kind === 'all' && only.term.qualifier === '-';
}
