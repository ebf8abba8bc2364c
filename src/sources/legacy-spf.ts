import { absent, found, unknown } from '../core/facts.ts';
import { textRecords, type TextRecord } from './answers.ts';
import { defineSource } from './source.ts';

/** Records of type SPF (99), an experiment that ended with RFC 7208 §3.1. */
export type Value = readonly TextRecord[];

export default defineSource<Value>({
  absence: 'there is no record of type SPF',
  async gather({ domain, net }) {
    const answer = await net.resolve(domain, 'SPF');
    if (answer.status === 'failed') return unknown(answer.reason);
    return answer.status === 'ok' ? found(textRecords(domain, answer.records)) : absent;
  },
});
