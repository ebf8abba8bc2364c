import { readable } from '../../core/readable.ts';
import { spfLookAlike } from '../../protocols/spf.ts';
import { defineCheck } from '../define-check.ts';

export default defineCheck({
  id: 'spf/sender-id',
  title: 'Nothing is left over from Sender ID',
  refs: [{ label: 'RFC 4406 (historic)', url: 'https://www.rfc-editor.org/rfc/rfc4406' }],
  why: 'Sender ID died with the receivers that asked for it. Its record does no harm but takes room in every TXT answer and has to be explained to everyone who reads the zone.',
  fix: 'Remove the record that begins with spf2.0',
  needs: ['text'],
  messages: {
    published: { level: 'note', text: '`{record}` is a Sender ID record, which no receiver looks at any more' },
  },
  examples: [
    { name: 'SPF alone', zone: '@ TXT "v=spf1 -all"', expect: [] },
    { name: 'Sender ID beside SPF', zone: '@ TXT "v=spf1 -all"\n@ TXT "spf2.0/mfrom,pra -all"', expect: ['published'] },
  ],
  evaluate({ text }, findings) {
    for (const { name, text: record, place } of text.records) {
      const lookAlike = spfLookAlike(record);
      if (lookAlike?.code !== 'sender-id') continue;
      const { start, end } = lookAlike;
      const at = { source: `${name} TXT`, text: record, start, end, ...(place === undefined ? {} : { place }) };
      const changes = [{ kind: 'remove', name: text.via.at(-1) ?? name, type: 'TXT', old: record }] as const;
      findings.add('published', { record: readable(record) }, { at, changes });
    }
  },
});
