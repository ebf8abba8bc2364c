import { labels, lastLabels } from '../../protocols/domain.ts';
import { dmarcName } from '../../dmarc-policy/answers.ts';
import { defineCheck } from '../define-check.ts';
import { explicitRecord } from './policies.ts';

/** A longer name is cut to this many labels after the first question (RFC 9989 §4.10 step 4). */
const LABELS_AFTER_FIRST = 7;

export default defineCheck({
  id: 'dmarc/name-depth',
  title: 'Receivers look at every name between the domain and its organisation',
  refs: [
    { label: 'RFC 9989 §4.10', url: 'https://www.rfc-editor.org/rfc/rfc9989#section-4.10' },
    { label: 'RFC 9989 §5.1.8', url: 'https://www.rfc-editor.org/rfc/rfc9989#section-5.1.8' },
  ],
  why: 'A tree walk asks at the domain itself and then goes on with its last seven labels. A record at a name that is skipped, say that of a department, is never found.',
  fix: 'Publish a record at the domain itself, which is always asked',
  needs: ['dmarc'],
  messages: {
    skipped: {
      level: 'note',
      text: '`{domain}` has {count} labels, so receivers skip the records between it and `{next}`',
    },
  },
  examples: [
    {
      name: 'three labels',
      zone: '_dmarc TXT "v=DMARC1; p=reject"\nnews A 192.0.2.1',
      domain: 'news.example.com',
      expect: [],
    },
    {
      name: 'eight labels',
      zone: '_dmarc TXT "v=DMARC1; p=reject"\na.b.c.d.e.f A 192.0.2.1',
      domain: 'a.b.c.d.e.f.example.com',
      expect: [],
    },
    {
      name: 'nine labels',
      zone: '_dmarc TXT "v=DMARC1; p=reject"\na.b.c.d.e.f.g A 192.0.2.1',
      domain: 'a.b.c.d.e.f.g.example.com',
      expect: ['skipped'],
    },
    {
      name: 'nine labels and a record of its own',
      zone: '_dmarc TXT "v=DMARC1; p=reject"\n_dmarc.a.b.c.d.e.f.g TXT "v=DMARC1; p=none"',
      domain: 'a.b.c.d.e.f.g.example.com',
      expect: [],
    },
    {
      name: 'nine labels and no record anywhere, which is another matter',
      zone: 'a.b.c.d.e.f.g A 192.0.2.1',
      domain: 'a.b.c.d.e.f.g.example.com',
      expect: [],
    },
  ],
  evaluate({ dmarc: { own, walk } }, findings) {
    const { domain } = findings;
    const count = labels(domain).length;
    if (count <= LABELS_AFTER_FIRST + 1 || own.record !== undefined) return;
    if (walk.policy.state === 'unknown') findings.inconclusive(walk.policy.reason);
    if (walk.policy.state !== 'found') return;
    const change = {
      kind: 'publish',
      name: dmarcName(domain),
      type: 'TXT',
      value: explicitRecord(walk.policy),
    } as const;
    const params = { domain, count, next: lastLabels(domain, LABELS_AFTER_FIRST) };
    findings.add('skipped', params, { changes: own.via.length > 0 || own.texts.length > 0 ? [] : [change] });
  },
});
