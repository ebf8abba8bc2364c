import { readable } from '../../core/readable.ts';
import { defineCheck } from '../define-check.ts';
import { spanIn } from './keys.ts';

export default defineCheck({
  id: 'dkim/adsp',
  title: 'No policy of a forgotten standard stands beside the keys',
  refs: [
    { label: 'RFC 5617 §4.1', url: 'https://www.rfc-editor.org/rfc/rfc5617#section-4.1' },
    {
      label: 'Status change: ADSP is historic',
      url: 'https://datatracker.ietf.org/doc/status-change-adsp-rfc5617-to-historic/',
    },
  ],
  why: 'ADSP said what to do about unsigned mail before there was DMARC. It has been historic since 2013, and receivers do not ask for it any more: the record protects nothing.',
  fix: 'Remove the ADSP record; what it was meant to say is said by DMARC',
  needs: ['existence'],
  considers: ['adsp'],
  messages: {
    left: { level: 'note', text: 'The ADSP record `{text}` stands at `{name}`, where receivers no longer look' },
  },
  examples: [
    { name: 'a record', zone: '_adsp._domainkey TXT "dkim=all"', expect: ['left'] },
    { name: 'some other text there', zone: '_adsp._domainkey TXT "hello"', expect: [] },
    { name: 'keys alone', zone: 's1._domainkey TXT "v=DKIM1; p="', expect: [] },
    {
      name: 'a question that fails',
      zone: 's1._domainkey TXT "v=DKIM1; p="',
      servfail: ['_adsp._domainkey.example.com'],
      expect: [],
      outcome: 'inconclusive',
    },
  ],
  evaluate({ adsp }, findings) {
    if (adsp.state === 'absent') return;
    const { name, text } = adsp.value;
    const changes = [{ kind: 'remove', name, type: 'TXT', old: text } as const];
    findings.add('left', { text: readable(text), name }, { at: spanIn(adsp.value), changes });
  },
});
