import { domainName, isSubdomainOf } from '../../protocols/domain.ts';
import type { RecordNode, TermNode } from '../../spf/tree.ts';
import { defineCheck } from '../define-check.ts';
import { proposalWithoutNodes } from '../spf/proposals.ts';
import { isRead, type ReadRecord } from '../spf/records.ts';
import { listed, remedy } from './remedy.ts';

export default defineCheck({
  id: 'expectation/includes',
  title: 'SPF includes nobody who is not expected',
  refs: [{ label: 'RFC 7208 §5.2', url: 'https://www.rfc-editor.org/rfc/rfc7208#section-5.2' }],
  why: 'Everybody an SPF record includes decides for themselves who sends as you. An include that nobody remembers adding is a door that nobody watches.',
  fix: 'Remove the include, or correct what is expected',
  needs: ['expectations', 'existence'],
  considers: ['spf'],
  messages: {
    unexpected: {
      level: 'error',
      text: 'SPF of `{domain}` includes `{include}`, which is not among those expected: {expected}',
    },
  },
  examples: [
    {
      name: 'the includes expected, and one that is not used',
      expectations: { includes: ['_spf.google.com', 'sendgrid.net'] },
      zone: '@ TXT "v=spf1 include:_spf.Google.com ~all"',
      expect: [],
    },
    {
      name: 'one too many',
      expectations: { includes: ['_spf.google.com'], place: { file: 'sendaudit.json', line: 4 } },
      zone: '@ TXT "v=spf1 include:_spf.google.com ?include:sendgrid.net ~all"',
      expect: ['unexpected'],
    },
    {
      name: 'what an include includes itself',
      expectations: { includes: ['_spf.google.com'] },
      zone: '@ TXT "v=spf1 include:_spf.google.com ~all"\n_spf.google.com. TXT "v=spf1 include:sendgrid.net ~all"',
      expect: [],
    },
    {
      name: 'a redirect to somebody else',
      expectations: { includes: [] },
      zone: '@ TXT "v=spf1 redirect=_spf.example.net"',
      expect: ['unexpected'],
    },
    {
      name: 'a redirect to a record of one’s own',
      expectations: { includes: [] },
      zone: '@ TXT "v=spf1 redirect=_spf.example.com"\n_spf TXT "v=spf1 include:sendgrid.net ~all"',
      expect: ['unexpected'],
    },
    {
      name: 'an include with macros',
      expectations: { includes: [] },
      zone: '@ TXT "v=spf1 include:%{i}._ip.example.net ~all"',
      expect: ['unexpected'],
    },
    { name: 'no SPF record', expectations: { includes: [] }, zone: '@ MX 0 .', expect: [] },
    {
      name: 'something else expected',
      expectations: { mx: [] },
      zone: '@ MX 0 .',
      expect: [],
      outcome: 'not-applicable',
    },
    {
      name: 'a question that fails',
      expectations: { includes: [] },
      zone: '@ TXT "v=spf1 redirect=_spf.example.com"',
      servfail: ['_spf.example.com'],
      expect: [],
      outcome: 'inconclusive',
    },
  ],
  evaluate({ expectations, spf }, findings) {
    const { includes } = expectations;
    if (includes === undefined) {
      findings.notApplicable('no includes are said to be expected');
      return;
    }
    if (spf.state === 'absent') return;
    const { domain } = findings;
    const allowed = new Set(includes.map((name) => domainName(name)));
    const look = (record: RecordNode): void => {
      if (record.state === 'failed') findings.inconclusive(record.reason);
      if (!isRead(record)) return;
      for (const node of record.terms) {
        const include = includedName(node);
        if (include === undefined || allowed.has(include)) continue;
        // A redirect within the domain only moves the record to another name.
        if (node.term.kind === 'redirect' && node.child !== undefined && isSubdomainOf(include, domain))
          look(node.child);
        else report(record, node, include);
      }
    };
    const report = (record: ReadRecord, node: TermNode, include: string): void =>
      findings.add(
        'unexpected',
        { domain, include, expected: listed(includes) },
        {
          at: node.span,
          fix: remedy(`remove \`${node.term.text}\``, expectations),
          changes: node.term.kind === 'include' ? proposalWithoutNodes(record, [node]) : [],
        },
      );
    look(spf.value.root);
  },
});

/** The name as it is asked for; as it is written where it depends on the message. */
function includedName({ term, target, reachable }: TermNode): string | undefined {
  if (!reachable || (term.kind !== 'include' && term.kind !== 'redirect')) return undefined;
  if (target?.state === 'constant') return target.name;
  return domainName(term.text.slice(term.text.search(/[:=]/) + 1));
}
