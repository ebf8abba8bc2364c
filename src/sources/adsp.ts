import { absent, found, unknown } from '../core/facts.ts';
import { textRecords, type TextRecord } from './answers.ts';
import { defineSource } from './source.ts';

/** The ADSP record of the domain: what it once said of unsigned mail (RFC 5617, historic). */
export type Value = TextRecord;

export default defineSource<Value>({
  absence: 'there is no ADSP record',
  async gather({ domain, net }) {
    // Where nothing stands below `_domainkey`, this does not either (RFC 8020): most domains cost no question more.
    const tree = await net.resolve(`_domainkey.${domain}`, 'TXT');
    if (tree.status === 'nxdomain' && tree.via.length === 0) return absent;
    const name = `_adsp._domainkey.${domain}`;
    const answer = await net.resolve(name, 'TXT');
    if (answer.status === 'failed') return unknown(answer.reason);
    if (answer.status !== 'ok') return absent;
    // The grammar of RFC 5617 §4.2.1: the tag comes first. A wildcard's text is no ADSP record.
    const record = textRecords(name, answer.records).find(({ text }) => /^dkim[ \t]*=/.test(text));
    return record === undefined ? absent : found(record);
  },
});
