import { absent, found } from '../core/facts.ts';
import { dmarcLookalike, isDmarcVersion } from '../protocols/dmarc.ts';
import { textRecords, type TextRecord } from './answers.ts';
import { defineSource } from './source.ts';

/** DMARC records at names close to the right one. Asked for only where none stands there or applies. */
export type Value = readonly TextRecord[];

export default defineSource<Value>({
  absence: 'there is no DMARC record in the wrong place',
  async gather({ domain, fact, net }) {
    const [record, dmarc] = await Promise.all([fact('dmarcRecord'), fact('dmarc')]);
    if (record.state !== 'absent' || dmarc.state !== 'found') return absent;
    const { status, via, texts } = dmarc.value.own;
    if (status === 'failed' || via.length > 0 || texts.length > 0) return absent;
    // A web form that adds the domain by itself; one that refuses the underscore; the record of the web site.
    const names = [`_dmarc.${domain}.${domain}`, `dmarc.${domain}`, `www.${domain}`];
    const strays = await Promise.all(
      names.map(async (name): Promise<TextRecord[]> => {
        const answer = await net.resolve(name, 'TXT');
        // A name that could not be asked is no worse than one nobody thought of.
        if (answer.status !== 'ok' || answer.via.length > 0) return [];
        const records = textRecords(name, answer.records);
        return records.filter(({ text }) => isDmarcVersion(text) || dmarcLookalike(text) !== undefined);
      }),
    );
    return strays.flat().length === 0 ? absent : found(strays.flat());
  },
});
