import { MTA_STS_MODES, type MtaStsPolicyCode } from '../../protocols/mta-sts-policy.ts';
import { readable } from '../../core/readable.ts';
import { closest } from '../../protocols/edit-distance.ts';
import { defineCheck } from '../define-check.ts';
import { LATE, policyWith, RECORD, served } from './example-policy.ts';
import { fieldOf, lineSpan, NEW_ID, policyToJudge } from './judged.ts';

const MISSING: Partial<Record<MtaStsPolicyCode, string>> = {
  'version-missing': 'version',
  'mode-missing': 'mode',
  'max-age-missing': 'max_age',
  'mx-missing': 'mx',
};
const VALUES: Partial<Record<MtaStsPolicyCode, { readonly key: string; readonly values: readonly string[] }>> = {
  'version-value': { key: 'version', values: ['STSv1'] },
  'mode-value': { key: 'mode', values: MTA_STS_MODES },
  'max-age-value': { key: 'max_age', values: [] },
};

export default defineCheck({
  id: 'mta-sts/policy-keys',
  title: 'The MTA-STS policy has every key it needs, with a value it may have',
  refs: [{ label: 'RFC 8461 §3.2', url: 'https://www.rfc-editor.org/rfc/rfc8461#section-3.2' }],
  why: 'A policy needs `version`, `mode`, `max_age` and, unless the mode is `none`, at least one `mx`, all in small letters. Senders discard any other, and deliver as though the domain had no MTA-STS.',
  fix: 'Write `version: STSv1`, `mode: enforce`, `max_age: 604800` and an `mx:` for every mail host',
  needs: ['mtaSts'],
  messages: {
    missing: { level: 'warning', text: 'The MTA-STS policy has no `{key}:`, so senders discard it' },
    value: { level: 'warning', text: '`{value}` is no value of `{key}:`, so senders discard the MTA-STS policy' },
  },
  examples: [
    { name: 'a policy', zone: RECORD, web: served(), expect: [] },
    {
      name: 'no mail host in a policy that is over',
      zone: RECORD,
      web: served(['version: STSv1', 'mode: none', 'max_age: 86400']),
      expect: [],
    },
    { name: 'an empty file', zone: RECORD, web: served([]), expect: ['missing', 'missing', 'missing', 'missing'] },
    { name: 'no mail host', zone: RECORD, web: served(policyWith('mx')), expect: ['missing'] },
    {
      name: 'a key with a hyphen',
      zone: RECORD,
      web: served(policyWith('max_age', 'max-age: 604800')),
      expect: ['missing'],
    },
    {
      name: 'capital letters in a value',
      zone: RECORD,
      web: served(policyWith('mode', 'mode: Enforce')),
      expect: ['value'],
    },
    { name: 'another version', zone: RECORD, web: served(policyWith('version', 'version: STSv2')), expect: ['value'] },
    {
      name: 'a time with its unit',
      zone: RECORD,
      web: served(policyWith('max_age', 'max_age: 7d')),
      expect: ['value'],
    },
    { name: 'a web page, which is another matter', zone: RECORD, web: served({ body: '<p>hello' }), expect: [] },
    LATE,
  ],
  evaluate({ mtaSts }, findings) {
    const parsed = policyToJudge(mtaSts, findings);
    if (parsed === undefined) return;
    for (const { code } of parsed.problems) {
      const missing = MISSING[code];
      if (missing !== undefined) {
        const meant = parsed.value.fields.find(({ key }) => closest(key, [missing], 2) !== undefined);
        const fix = { fix: `write \`${missing}:\` in place of \`${meant?.key ?? ''}:\`, ${NEW_ID}` };
        const detail = meant === undefined ? {} : { ...fix, at: lineSpan(mtaSts, parsed, meant) };
        findings.add('missing', { key: missing }, detail);
      }
      const known = VALUES[code];
      const field = known === undefined ? undefined : fieldOf(parsed, known.key);
      if (known === undefined || field === undefined) continue;
      const meant = closest(field.value, known.values, 2);
      const fix = meant === undefined ? {} : { fix: `write \`${known.key}: ${meant}\`, ${NEW_ID}` };
      findings.add(
        'value',
        { key: known.key, value: readable(field.value) },
        { at: lineSpan(mtaSts, parsed, field), ...fix },
      );
    }
  },
});
