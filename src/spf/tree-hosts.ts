import { recordText } from '../core/record-text.ts';
import type { Answer } from '../net/net.ts';
import { SPF_LIMITS } from './limits.ts';
import { exchanges } from './mechanisms.ts';
import type { PathStep } from './path.ts';
import type { Questions } from './questions.ts';
import { draftStep, type DraftNode, type DraftTerm } from './tree-draft.ts';
import type { Addresses, Host, VoidLookup } from './tree.ts';

const BOTH = [4, 6] as const;

/** Asks what an `a`, `mx`, `exists` or `exp` term points at, and puts it into the draft. */
export async function fillIn(term: DraftTerm, name: string, node: DraftNode, asked: Questions): Promise<void> {
  const path = [...node.path, draftStep(node, term)];
  switch (term.term.kind) {
    case 'a': {
      const host = await hostOf(name, path, asked);
      term.hosts = [host];
      term.voids = hostVoids(host, false);
      return;
    }
    case 'mx':
      return fillInExchanges(term, name, path, asked);
    case 'exists': {
      const answer = await asked.resolve(name, 'A', path);
      term.exists = addresses(answer);
      term.voids = isVoid(answer) ? [{ name, type: 'A', status: answer.status, clients: BOTH, ofMxHost: false }] : [];
      return;
    }
    default: {
      const answer = await asked.resolve(name, 'TXT', path);
      if (answer.status === 'ok') {
        term.explanation = { state: 'found', texts: answer.records.map(recordText) };
      } else if (answer.status === 'failed') term.explanation = { state: 'unknown', reason: answer.reason };
      else term.explanation = { state: answer.status };
    }
  }
}

async function fillInExchanges(
  term: DraftTerm,
  name: string,
  path: readonly PathStep[],
  asked: Questions,
): Promise<void> {
  const answer = await asked.resolve(name, 'MX', path);
  if (answer.status === 'failed') return;
  if (answer.status !== 'ok') {
    term.hosts = [];
    term.voids = [{ name, type: 'MX', status: answer.status, clients: BOTH, ofMxHost: false }];
    return;
  }
  term.hosts = await Promise.all(
    exchanges(answer.records).map(async ({ exchange, preference }, index) => {
      if (index >= SPF_LIMITS.mxHosts) return { name: exchange, preference, ipv4: UNASKED, ipv6: UNASKED };
      return { ...(await hostOf(exchange, path, asked)), preference };
    }),
  );
  term.voids = term.hosts.flatMap((host) => hostVoids(host, true));
}

const UNASKED: Addresses = { state: 'unasked' };

async function hostOf(name: string, path: readonly PathStep[], asked: Questions): Promise<Host> {
  const [ipv4, ipv6] = await Promise.all([asked.resolve(name, 'A', path), asked.resolve(name, 'AAAA', path)]);
  return { name, ipv4: addresses(ipv4), ipv6: addresses(ipv6) };
}

function addresses(answer: Answer<'A' | 'AAAA'>): Addresses {
  if (answer.status === 'failed') return { state: 'unknown', reason: answer.reason };
  if (answer.status !== 'ok') return { state: answer.status };
  return { state: 'found', addresses: answer.records.map(({ address }) => address), via: answer.via };
}

const isVoid = (answer: Answer): answer is Extract<Answer, { status: 'nodata' | 'nxdomain' }> =>
  answer.status === 'nodata' || answer.status === 'nxdomain';

/** The A question is an IPv4 client's, the AAAA question an IPv6 client's (§5). */
function hostVoids({ name, ipv4, ipv6 }: Host, ofMxHost: boolean): VoidLookup[] {
  const voids: VoidLookup[] = [];
  if (ipv4.state === 'nodata' || ipv4.state === 'nxdomain') {
    voids.push({ name, type: 'A', status: ipv4.state, clients: [4], ofMxHost });
  }
  if (ipv6.state === 'nodata' || ipv6.state === 'nxdomain') {
    voids.push({ name, type: 'AAAA', status: ipv6.state, clients: [6], ofMxHost });
  }
  return voids;
}
