import { absent, found } from '../core/facts.ts';
import type { Provider } from '../providers/provider.ts';
import { everyTerm } from '../spf/tree-walk.ts';
import { defineSource } from './source.ts';

/** A service the domain's own records name. */
export interface NamedProvider {
  readonly provider: Provider;
  /** What names it: `include:amazonses.com`, `MX aspmx.l.google.com`. */
  readonly by: string;
  /** The kind of record it was found in. */
  readonly in: 'spf' | 'mx';
}

export type Value = readonly NamedProvider[];

/**
 * Services recognised in SPF and MX. It is a help, not a judgement: where one of the two could not be found out,
 * what the other names still counts; nothing named then is no answer.
 */
export default defineSource<Value>({
  absence: 'no known service is named',
  async gather({ fact, catalogue }) {
    const [spf, mx] = await Promise.all([fact('spf'), fact('mx')]);
    const named: NamedProvider[] = [];
    if (spf.state === 'found')
      for (const { node } of everyTerm(spf.value)) {
        if (node.target?.state !== 'constant' || (node.term.kind !== 'include' && node.term.kind !== 'redirect'))
          continue;
        const provider = catalogue.bySpfInclude(node.target.name);
        if (provider !== undefined) named.push({ provider, by: `include:${node.target.name}`, in: 'spf' });
      }
    if (mx.state === 'found')
      for (const host of mx.value.hosts) {
        const provider = catalogue.byMx(host.name);
        if (provider !== undefined) named.push({ provider, by: `MX ${host.name}`, in: 'mx' });
      }
    if (named.length > 0) return found(named);
    return spf.state === 'unknown' ? spf : mx.state === 'unknown' ? mx : absent;
  },
});
