import { defineCheck } from '../define-check.ts';
import { standsAside } from '../parked/aside.ts';
import type { RecordChange } from '../../core/outcome.ts';
import type { TermNode } from '../../spf/tree.ts';
import { proposal, remainder, softening } from './proposals.ts';
import { isOwn, type ReadRecord } from './records.ts';
import { unregisteredTerms } from './unregistered.ts';

/** Below a top-level domain that does not exist nobody can register anything. */
const TLD = 'example. NS ns.nic.example.\n';

export default defineCheck({
  id: 'spf/target-registration',
  title: 'Every name in SPF belongs to a registered domain',
  refs: [
    { label: 'RFC 7208 §5.2', url: 'https://www.rfc-editor.org/rfc/rfc7208#section-5.2' },
    { label: 'RFC 7208 §8.3', url: 'https://www.rfc-editor.org/rfc/rfc7208#section-8.3' },
  ],
  why: 'A term hands the decision who may send to whoever holds the domain in it. If the domain has run out, anybody can register it for a few euros, publish a record, and send mail in your name that passes SPF and DMARC. Until then an include or a redirect of it makes SPF end in permerror for every sender that is not listed in front of it.',
  fix: 'Remove the term at once; where the service is still in use, ask for the name it has now',
  needs: ['spf'],
  considers: ['spfTargets', 'parked'],
  messages: {
    unregistered: {
      level: 'error',
      text: '`{term}` leads to the domain `{target}`, which does not exist: whoever registers it may send as `{domain}`',
    },
    below: {
      level: 'error',
      text: '`{term}` in the record of `{owner}` leads to the domain `{target}`, which does not exist: whoever registers it may send as `{domain}`',
    },
  },
  examples: [
    {
      name: 'names that are gone below domains that are there',
      zone: `${TLD}@ TXT "v=spf1 include:old.a.example a:old.example.com -all"\na.example. NS ns.a.example.`,
      expect: [],
    },
    { name: 'an include', zone: `${TLD}@ TXT "v=spf1 include:_spf.a.example -all"`, expect: ['unregistered'] },
    { name: 'a redirect', zone: `${TLD}@ TXT "v=spf1 redirect=a.example"`, expect: ['unregistered'] },
    {
      name: 'hosts, lists and client names',
      zone: `${TLD}@ TXT "v=spf1 a:a.example mx:b.example exists:%{ir}.list.c.example ptr:d.example -all"`,
      expect: ['unregistered', 'unregistered', 'unregistered', 'unregistered'],
    },
    {
      name: 'an MX host',
      zone: `${TLD}@ TXT "v=spf1 mx:a.example -all"\na.example. MX 10 mx.b.example.`,
      expect: ['unregistered'],
    },
    {
      name: 'an alias that leads nowhere',
      zone: `${TLD}@ TXT "v=spf1 include:_spf.example.com -all"\n_spf CNAME spf.a.example.`,
      expect: ['unregistered'],
    },
    {
      name: 'a name below an include',
      zone: `${TLD}@ TXT "v=spf1 include:a.example -all"\na.example. TXT "v=spf1 exists:%{i}.list.b.example -all"`,
      expect: ['below'],
    },
    { name: 'an exception', zone: `${TLD}@ TXT "v=spf1 -a:a.example ?include:b.example -all"`, expect: [] },
    {
      name: 'names that nobody can register',
      zone: '@ TXT "v=spf1 include:a.example a:b.invalid -all"',
      expect: [],
    },
    {
      name: 'mail addresses, which no registry takes',
      zone: `${TLD}@ TXT "v=spf1 include:info@a.example a:mail@b.example -all"`,
      expect: [],
    },
    {
      name: 'a redirect behind another term, and in front of a third',
      zone: `${TLD}@ TXT "v=spf1 ip4:192.0.2.1 redirect=a.example ip4:192.0.2.2"`,
      expect: ['unregistered'],
    },
    {
      name: 'a domain that cannot be asked for',
      zone: `${TLD}@ TXT "v=spf1 exists:%{i}.list.a.example -all"`,
      servfail: ['a.example'],
      expect: [],
      outcome: 'inconclusive',
    },
  ],
  evaluate({ spf, spfTargets, parked }, findings) {
    if (standsAside(parked, 'parked/spf', findings)) return;
    const { domain } = spf;
    for (const { lapsed } of spfTargets.state === 'found' ? spfTargets.value.dangling : [])
      if (lapsed.state === 'unknown') findings.inconclusive(lapsed.reason);
    const unregistered = unregisteredTerms(spf, spfTargets);
    for (const { record, node, domain: target, path } of unregistered) {
      const { span: at, term } = node;
      const params = { term: term.text, target, domain };
      if (isOwn(spf, record)) {
        const changes = proposalWithoutTargets(
          record,
          unregistered.filter((other) => other.record === record).map((other) => other.node),
        );
        const what =
          term.kind === 'redirect'
            ? 'put `~all` in its place'
            : `remove \`${term.text}\` at once${softening(record, changes)}`;
        findings.add('unregistered', params, { at, fix: `${what}${untilThen(node)}`, changes });
        continue;
      }
      const branch = path[0]?.term.text ?? term.text;
      const fix = `remove \`${branch}\` until the owner of \`${record.domain}\` has mended it${untilThen(node)}`;
      findings.add('below', { ...params, owner: record.domain }, { at, fix });
    }
  },
});

/** An include or redirect of nothing is a permerror now, whoever registers the domain later; other terms just never match. */
const untilThen = ({ child }: TermNode): string =>
  child === undefined ? '' : '; until then SPF ends in permerror for every sender not listed in front of it';

/** The record without these terms; where a redirect is among them, it needs an `all` in its place, which comes last. */
function proposalWithoutTargets(record: ReadRecord, nodes: readonly TermNode[]): readonly RecordChange[] {
  const text = remainder(
    record,
    nodes.map(({ term }) => term),
  );
  const redirects = nodes.some(({ term }) => term.kind === 'redirect');
  return proposal(record, redirects ? `${text.trimEnd()} ~all` : text);
}
