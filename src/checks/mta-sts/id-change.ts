import { defineCheck } from '../define-check.ts';
import { replacing, spanIn } from '../versioned-record.ts';
import { policyWith, RECORD, served } from './example-policy.ts';

const LONGEST_ID = 32;

export default defineCheck({
  id: 'mta-sts/id-change',
  title: 'The id of the MTA-STS record changes whenever the policy does',
  refs: [{ label: 'RFC 8461 §3.1', url: 'https://www.rfc-editor.org/rfc/rfc8461#section-3.1' }],
  why: 'Senders that hold a policy fetch it again when the id has changed, or when it has run out after weeks. With the old id they go on with the old policy: mail to a mail host that only the new one names is not delivered.',
  fix: 'Change the `id=` with every change of the policy file',
  needs: ['earlierMtaSts', 'mtaSts'],
  messages: {
    kept: {
      level: 'warning',
      text: 'The MTA-STS policy has changed and `id={id}` has not, so senders go on with the policy they hold',
    },
  },
  examples: [
    {
      name: 'a policy with another age, and the same id',
      zone: RECORD,
      web: served(policyWith('max_age', 'max_age: 1209600')),
      earlier: { zone: RECORD, web: served() },
      expect: ['kept'],
    },
    { name: 'the same policy', zone: RECORD, web: served(), earlier: { zone: RECORD, web: served() }, expect: [] },
    {
      name: 'another policy with another id',
      zone: '_mta-sts TXT "v=STSv1; id=2;"',
      web: served(policyWith('max_age', 'max_age: 1209600')),
      earlier: { zone: RECORD, web: served() },
      expect: [],
    },
    {
      name: 'a policy that could not be fetched before',
      zone: RECORD,
      web: served(),
      earlier: { zone: RECORD },
      expect: [],
      outcome: 'not-applicable',
    },
    { name: 'no earlier recording', zone: RECORD, web: served(), expect: [], outcome: 'not-applicable' },
  ],
  evaluate({ earlierMtaSts, mtaSts }, findings) {
    const { record } = mtaSts;
    const id = record?.parsed.value.id;
    if (earlierMtaSts.policy.state !== 'fetched' || mtaSts.policy.state !== 'fetched')
      return findings.notApplicable('the policy was not fetched both times');
    if (record === undefined || id === undefined) return findings.notApplicable('there is no id');
    const said = ({ mode, maxAge, mx }: (typeof mtaSts.policy.parsed)['value']): string =>
      JSON.stringify([mode, maxAge, mx.map(({ field }) => field.value.toLowerCase()).toSorted()]);
    const isSame = said(earlierMtaSts.policy.parsed.value) === said(mtaSts.policy.parsed.value);
    if (isSame || earlierMtaSts.record?.parsed.value.id?.value !== id.value) return;
    const { text } = record;
    const next = `${id.value}1`.slice(-LONGEST_ID);
    const changed = text.slice(0, id.valueAt.start) + next + text.slice(id.valueAt.end);
    findings.add(
      'kept',
      { id: id.value },
      { at: spanIn(record, id), changes: replacing(mtaSts, findings.domain, record, changed) },
    );
  },
});
