import { plural } from '../core/format.ts';
import { isMechanismTerm, macroLetters, type SpfTerm } from '../protocols/spf.ts';
import { networkRange, type IpRange } from '../protocols/network.ts';
import { printTerm } from '../protocols/spf/edit.ts';
import { networksOf, networkTerm } from './address-terms.ts';
import { matchOf } from './authorisation.ts';
import { deadName } from './dead-names.ts';
import { SPF_LIMITS } from './limits.ts';
import { NO_RECORD } from './no-record.ts';
import type { Entry } from './optimise-entries.ts';
import type { Say } from './optimise-step.ts';
import type { TermNode } from './tree.ts';

/** Without terms that lead nowhere, those first whose domain anybody may register. */
export function deadSteps(entries: readonly Entry[], say: Say, unregistered: ReadonlySet<string>): Entry[] {
  return entries.filter(({ node, text, suspicious }) => {
    if (node === undefined || !node.reachable || suspicious) return true;
    const found = brokenInclude(node) ?? deadLookup(node);
    if (found === undefined) return true;
    const taken = found.name !== undefined && unregistered.has(found.name);
    say({
      kind: taken ? 'takeover' : found.kind,
      term: text,
      becomes: '',
      reason: taken
        ? `${found.reason}, and its domain is not registered: whoever registers it may send as you`
        : found.reason,
      risk: taken
        ? 'None: what is not there authorises nobody'
        : 'If the name comes back one day, its servers will not be authorised',
    });
    return false;
  });
}

interface Dead {
  readonly kind: 'broken' | 'dead-name';
  readonly name?: string;
  readonly reason: string;
}

function brokenInclude({ term, child }: TermNode): Dead | undefined {
  if (term.kind !== 'include' || child === undefined) return undefined;
  if (child.state === 'none') {
    const reason = `\`${child.domain}\` ${NO_RECORD[child.why]}, so SPF ends in permerror for every sender not listed before`;
    return { kind: 'broken', name: child.domain, reason };
  }
  if (child.state !== 'loop') return undefined;
  return { kind: 'broken', reason: `It leads in a circle, ${child.cycle.join(' → ')}, so SPF ends in permerror` };
}

function deadLookup(node: TermNode): Dead | undefined {
  const lookup = deadName(node);
  if (lookup === undefined) return undefined;
  const what = node.term.kind === 'mx' ? 'MX record' : 'address';
  const state = lookup.status === 'nxdomain' ? 'does not exist' : `has no ${what}`;
  const reason = `\`${lookup.name}\` ${state}, so the term never matches and costs a lookup that finds nothing`;
  return { kind: 'dead-name', name: lookup.name, reason };
}

/** Without what receivers never come to: mechanisms behind `all`, a redirect beside it (RFC 7208 §5.1, §6.1). */
export function unreachableSteps(entries: readonly Entry[], say: Say): Entry[] {
  const all = entries.find(({ node }) => node?.term.kind === 'all')?.text;
  return entries.filter(({ node, text }) => {
    if (node === undefined || node.reachable || node.term.kind === 'exp' || all === undefined) return true;
    const reason = `\`${all}\` decides before receivers come to it`;
    const risk = 'None for the result; if it was meant to count, it belongs in front';
    say({ kind: 'unreachable', term: text, becomes: '', reason, risk });
    return false;
  });
}

/** Without terms that ask again what has been asked; networks have a step of their own. */
export function duplicateSteps(entries: readonly Entry[], say: Say): Entry[] {
  const seen = new Map<string, string>();
  return entries.filter(({ node, text, range }) => {
    const key = node === undefined || range !== undefined ? undefined : testOf(node.term);
    if (key === undefined) return true;
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, text);
      return true;
    }
    const reason = `\`${first}\` asks the same before, and what did not match once does not match twice`;
    say({ kind: 'duplicate', term: text, becomes: '', reason, risk: 'None' });
    return false;
  });
}

/** What a mechanism asks, whatever it says of the answer. Capital macro letters mean something else (§7.3). */
function testOf(term: SpfTerm): string | undefined {
  if (!isMechanismTerm(term) || term.kind === 'all') return undefined;
  const text = printTerm({ ...term, qualifier: '+' });
  const letters = 'domain' in term && term.domain !== undefined ? macroLetters(term.domain) : [];
  return letters.length > 0 ? text : text.toLowerCase();
}

/** With the addresses of today in place of `a` and `mx`, those left out that terms before it take. */
export function staticSteps(entries: readonly Entry[], say: Say): Entry[] {
  const taken: IpRange[] = [];
  return entries.flatMap((entry) => {
    const ranges = staticRanges(entry);
    if (entry.range !== undefined) taken.push(entry.range);
    if (ranges === undefined || entry.qualifier === undefined) return [entry];
    const { node, text, qualifier } = entry;
    const networks = networksOf(ranges, taken);
    const terms = networks.map((network): Entry => ({
      ...entry,
      text: networkTerm(network, qualifier),
      range: networkRange(network),
      node: undefined,
    }));
    taken.push(...networks.map((network) => networkRange(network)));
    const cost = plural(node?.cost ?? 0, 'lookup');
    say({
      kind: 'static',
      term: text,
      becomes: terms.map((term) => term.text).join(' '),
      reason:
        terms.length === 0
          ? `All its addresses of today are listed before it, and it costs ${cost}`
          : `It stands for ${plural(networks.length, 'network')} today, and costs ${cost}`,
      risk: 'When the host moves, its mail fails SPF until you publish the new address here as well',
    });
    return terms;
  });
}

/** All addresses of an `a` or `mx`; undefined for other terms, and where they are not known. */
function staticRanges({ node }: Entry): IpRange[] | undefined {
  if (node === undefined || !node.reachable || node.hosts === undefined) return undefined;
  if (node.hosts.length > SPF_LIMITS.mxHosts) return undefined;
  const matches = [matchOf(node, 4), matchOf(node, 6)];
  const ranges = matches.flatMap((match) => match.ranges);
  return ranges.length === 0 || matches.some(({ maybe }) => maybe) ? undefined : ranges;
}
