import type { ServerView } from '../../sources/delegation.ts';

/** Says which servers could not be reached: that may be the network's fault, and they may hold anything. */
export function admitUnasked(servers: readonly ServerView[], findings: { inconclusive(reason: string): void }): void {
  for (const view of servers)
    if (view.state === 'unknown') findings.inconclusive(`\`${view.server.name}\` could not be asked: ${view.reason}`);
}
