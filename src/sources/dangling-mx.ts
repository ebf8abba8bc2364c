import { absent, found, type Fact } from '../core/facts.ts';
import { lapsedDomain } from './lapsed-domain.ts';
import { defineSource } from './source.ts';

/** An MX host that does not exist. */
export interface DanglingMx {
  /** As the MX record names it. */
  readonly host: string;
  /** Found: its registered domain, which does not exist either. */
  readonly lapsed: Fact<string>;
}

export type Value = readonly DanglingMx[];

export default defineSource<Value>({
  absence: 'every MX host exists',
  async gather({ fact, net }) {
    const mx = await fact('mx');
    if (mx.state !== 'found') return mx;
    const gone = mx.value.hosts.filter(({ state }) => state === 'nxdomain');
    if (gone.length === 0) return absent;
    return found(
      await Promise.all(
        gone.map(async ({ name, via }) => ({ host: name, lapsed: await lapsedDomain(via.at(-1) ?? name, net) })),
      ),
    );
  },
});
