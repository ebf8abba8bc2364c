import { isSpfRecord } from '../../protocols/spf.ts';
import { defineCheck } from '../define-check.ts';
import { spanIn } from './judged-record.ts';

export default defineCheck({
  id: 'dmarc/other-texts',
  title: 'Nothing but the DMARC record stands at _dmarc',
  refs: [{ label: 'RFC 9989 §4.10', url: 'https://www.rfc-editor.org/rfc/rfc9989#section-4.10' }],
  why: 'Receivers discard every other text there, so it does what it says nowhere. Some tools count it as a second DMARC record, and warn.',
  fix: 'Move the text to where it belongs, or remove it',
  needs: ['dmarc'],
  considers: ['wildcards'],
  messages: {
    spf: {
      level: 'note',
      text: 'The SPF record at `{name}` has no effect there; SPF is looked for at the domain itself',
    },
    unrelated: { level: 'note', text: 'The text at `{name}` is no DMARC record, and receivers discard it' },
  },
  examples: [
    { name: 'a record alone', zone: '_dmarc TXT "v=DMARC1; p=none"', expect: [] },
    {
      name: 'an SPF record beside it',
      zone: '_dmarc TXT "v=DMARC1; p=none"\n_dmarc TXT "v=spf1 -all"',
      expect: ['spf'],
    },
    {
      name: 'a verification beside it',
      zone: '_dmarc TXT "v=DMARC1; p=none"\n_dmarc TXT "site-verification=1"',
      expect: ['unrelated'],
    },
    {
      name: 'a record that is not recognised, which is another matter',
      zone: '_dmarc TXT "v=dmarc1; p=none"',
      expect: [],
    },
    { name: 'a text that a wildcard gives to every name', zone: '* TXT "v=spf1 -all"', expect: [] },
    {
      name: 'a text that may come from a wildcard',
      zone: '_dmarc TXT "site-verification=1"',
      servfail: ['sendaudit-wildcard-probe.example.com'],
      expect: [],
      outcome: 'inconclusive',
    },
    {
      name: 'a name server that fails',
      zone: '@ A 192.0.2.1',
      servfail: ['_dmarc.example.com'],
      expect: [],
      outcome: 'inconclusive',
    },
  ],
  evaluate({ dmarc, wildcards }, findings) {
    const { name, status, reason = name, via, texts } = dmarc.own;
    if (status === 'failed') findings.inconclusive(reason);
    const probe = wildcards.state === 'found' ? wildcards.value.subdomain : undefined;
    const everywhere = probe?.records.map(({ text }) => text) ?? [];
    for (const one of texts) {
      const { text, discarded, lookalike } = one;
      if (discarded !== 'version' || lookalike !== undefined || everywhere.includes(text)) continue;
      if (probe?.unread !== undefined) {
        findings.inconclusive(probe.unread);
        continue;
      }
      const changes = [{ kind: 'remove', name: via.at(-1) ?? name, type: 'TXT', old: text } as const];
      findings.add(isSpfRecord(text) ? 'spf' : 'unrelated', { name }, { at: spanIn({ name, ...one }), changes });
    }
  },
});
