import type { RecordType } from '../net/net.ts';
import { domainName } from '../protocols/domain.ts';
import type { DomainSpec } from '../protocols/spf.ts';
import { ownerOf } from './own-records.ts';
import type { Addresses, RecordNode, TermNode } from './tree.ts';

/** A name that decides whom a term lets pass. */
export interface TargetName {
  readonly name: string;
  /** Whether it exists, as far as it was asked for; of a name with macros in it, the part behind them never is. */
  readonly state: 'exists' | 'missing' | 'unknown' | 'unasked';
  /** The question that told. */
  readonly type: RecordType;
  /** Where CNAMEs lead from it, for records; of hosts nobody has kept that. */
  readonly end?: string;
}

/** The names a term rests on: its target, or what stands behind the macros of it, and the hosts of an `mx`. */
export function targetNames(node: TermNode): TargetName[] {
  const { term, target, child, hosts = [], exists, voids } = node;
  if (!node.reachable || term.kind === 'exp' || !('domain' in term)) return node.reachable ? mxHostNames(node) : [];
  if (target?.state === 'indeterminate') {
    const name = term.domain === undefined ? undefined : constantEnd(term.domain);
    return name === undefined ? [] : [{ name, state: 'unasked', type: 'NS' }];
  }
  if (target?.state !== 'constant') return [];
  const { name } = target;
  switch (term.kind) {
    case 'include':
    case 'redirect':
      return [
        child === undefined
          ? { name, state: 'unasked', type: 'TXT' }
          : { name, state: recordState(child), type: 'TXT', end: ownerOf(child) },
      ];
    case 'a':
      return hosts.map(({ ipv4, ipv6 }) => ({ name, state: hostState(ipv4, ipv6), type: 'A' }));
    case 'exists':
      return [{ name, state: exists === undefined ? 'unasked' : hostState(exists), type: 'A' }];
    case 'mx': {
      const isMissing = voids.some(({ type, status }) => type === 'MX' && status === 'nxdomain');
      const state = node.hosts === undefined ? 'unknown' : isMissing ? 'missing' : 'exists';
      return [{ name, state, type: 'MX' }, ...mxHostNames(node)];
    }
    default:
      return [{ name, state: 'unasked', type: 'NS' }];
  }
}

const mxHostNames = ({ term, hosts = [] }: TermNode): TargetName[] =>
  term.kind === 'mx' ? hosts.map(({ name, ipv4, ipv6 }) => ({ name, state: hostState(ipv4, ipv6), type: 'A' })) : [];

function recordState(node: RecordNode): TargetName['state'] {
  if (node.state === 'failed' || node.state === 'cut') return 'unknown';
  return node.state === 'none' && node.why === 'nxdomain' ? 'missing' : 'exists';
}

function hostState(...addresses: readonly Addresses[]): TargetName['state'] {
  const states = addresses.map(({ state }) => state);
  if (states.includes('nxdomain')) return 'missing';
  if (states.some((state) => state === 'found' || state === 'nodata')) return 'exists';
  return states.includes('unknown') ? 'unknown' : 'unasked';
}

/** `_spf.example.net` of `%{ir}.%{v}._spf.example.net`: whoever holds it answers, whatever the macros say. */
function constantEnd({ parts }: DomainSpec): string | undefined {
  const last = parts.findLastIndex((part) => part.kind === 'macro');
  const end = parts
    .slice(last + 1)
    .map((part) => (part.kind === 'literal' ? part.text : part.kind === 'escape' ? part.value : ''))
    .join('');
  // What is left of the first dot belongs to a label that the macro begins.
  const dot = end.indexOf('.');
  const name = dot < 0 ? '' : domainName(end.slice(dot + 1));
  return name === '' ? undefined : name;
}
