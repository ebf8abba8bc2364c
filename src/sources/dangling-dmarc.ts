import { absent, found, type Fact } from '../core/facts.ts';
import { lapsedDomain } from './lapsed-domain.ts';
import { defineSource } from './source.ts';

/** A `_dmarc` name with a CNAME that leads nowhere. */
export interface DanglingDmarc {
  readonly name: string;
  /** Found: the registered domain of the target, which does not exist. */
  readonly lapsed: Fact<string>;
}

export type Value = readonly DanglingDmarc[];

export default defineSource<Value>({
  absence: 'no CNAME of a DMARC record leads nowhere',
  async gather({ fact, net }) {
    const dmarc = await fact('dmarc');
    if (dmarc.state !== 'found') return dmarc;
    const dangling = dmarc.value.answers.flatMap(({ name, status, via }) => {
      const target = via.at(-1);
      return status === 'nxdomain' && target !== undefined ? [{ name, target }] : [];
    });
    if (dangling.length === 0) return absent;
    return found(
      await Promise.all(dangling.map(async ({ name, target }) => ({ name, lapsed: await lapsedDomain(target, net) }))),
    );
  },
});
