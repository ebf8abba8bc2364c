import type { RecordChange } from '../../core/outcome.ts';
import { readable } from '../../core/readable.ts';
import { SPF_LIMITS } from '../../spf/limits.ts';
import type { PublishedText, SpfTree } from '../../spf/tree.ts';
import { spfLookAlike } from '../../protocols/spf.ts';
import { defineCheck } from '../define-check.ts';
import { NOBODY } from './nobody.ts';
import { authorisesSenders } from '../mx/sending.ts';
import { isRead, isRelated, ownerOf, spanIn } from '../spf/records.ts';

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
    { name: 'nothing but minuses', parked: true, zone: '@ TXT "v=spf1 -a -all"\n@ A 192.0.2.1', expect: [] },
    { name: 'no record', parked: true, zone: '@ MX 0 .', expect: ['missing'] },
    { name: 'a server left over', parked: true, zone: '@ TXT "v=spf1 ip4:192.0.2.1 -all"', expect: ['senders'] },
    { name: 'everybody', parked: true, zone: '@ TXT "v=spf1 +all"', expect: ['senders'] },
    { name: 'a soft fail', parked: true, zone: '@ TXT "v=spf1 ~all"', expect: ['lenient'] },
    { name: 'nothing at all said', parked: true, zone: '@ TXT "v=spf1"', expect: ['lenient'] },
    {
      name: 'two records, which receivers do not choose between',
      parked: true,
      zone: '@ TXT "v=spf1 -all"\n@ TXT "v=spf1 mx -all"',
      expect: ['lenient'],
    },
    { name: 'a record that cannot be read', parked: true, zone: '@ TXT "v=spf1 ipv4:x -all"', expect: ['lenient'] },
    {
      name: 'minuses that receivers stop at',
      parked: true,
      zone: '@ TXT "v=spf1 -a:a.example -a:b.example -a:c.example -all"',
      expect: ['lenient'],
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
    if (failsEverything(root) && keepsToLimits(spf.value)) return;
    const texts = root.state === 'several' ? root.texts : isRead(root) ? [root.text] : [];
    const [first] = texts;
    if (first === undefined) return;
    const sends = isRead(root) && !root.fatal && authorisesSenders(root);
    const record = texts.map(({ text: one }) => readable(one)).join('` and `');
    const fix = `publish \`${NOBODY}\` in ${texts.length > 1 ? 'their' : 'its'} place`;
    const at = spanIn({ domain: root.domain, text: first });
    findings.add(sends ? 'senders' : 'lenient', { domain, record }, { at, fix, changes: replacements(root, texts) });
  },
});

/** The record in the place of all there are; one that says it already is kept. Nothing behind a CNAME to somebody else. */
function replacements(root: SpfTree['root'], texts: readonly PublishedText[]): readonly RecordChange[] {
  const name = ownerOf(root);
  if (!isRelated(name, root.domain)) return [];
  const kept = texts.find(({ text }) => text === NOBODY) ?? texts[0];
  return texts.flatMap((one): RecordChange[] => {
    const stands = { name, type: 'TXT', old: one.text } as const;
    if (one !== kept) return [{ kind: 'remove', ...stands }];
    return one.text === NOBODY ? [] : [{ kind: 'replace', ...stands, value: NOBODY }];
  });
}

/** Beyond the limits receivers answer permerror, which is no fail (RFC 7208 §4.6.4). */
const keepsToLimits = ({ lookups, voids }: SpfTree): boolean =>
  lookups.min <= SPF_LIMITS.lookups && Math.max(voids.ipv4.min, voids.ipv6.min) <= SPF_LIMITS.voids;

/** Mechanisms that, with a minus, fail a sender they match and leave the others to `-all`. */
const FAILING = new Set(['all', 'a', 'mx', 'ip4', 'ip6', 'ptr', 'exists']);

/** Whether every sender fails, whoever it is: nothing but minuses down to `-all`, here or where the record redirects to. */
function failsEverything(node: SpfTree['root']): boolean {
  if (!isRead(node) || node.fatal) return false;
  const terms = node.terms.filter(
    ({ term, reachable }) => reachable && ('qualifier' in term || term.kind === 'redirect'),
  );
  const redirect = terms.find(({ term }) => term.kind === 'redirect');
  const directives = terms.filter((term) => term !== redirect);
  if (!directives.every(({ term }) => 'qualifier' in term && term.qualifier === '-' && FAILING.has(term.kind)))
    return false;
  if (redirect !== undefined) return redirect.child !== undefined && failsEverything(redirect.child);
  return directives.some(({ term }) => term.kind === 'all');
}
