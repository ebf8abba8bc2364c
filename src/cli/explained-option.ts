import { UserError } from '../core/errors.ts';
import { byName } from '../core/order.ts';
import { closest } from '../protocols/edit-distance.ts';
import { parseIp } from '../protocols/ip.ts';
import { explained, type Explained } from '../streams/explained.ts';
import type { Traffic } from '../traffic/traffic.ts';

const SUGGESTED = 3;

/** What `--why` asked for. Throws a UserError for what the period does not hold, with what it may have meant. */
export function explainedOption(asked: readonly string[] | undefined, traffic: Traffic): Explained[] | undefined {
  return asked?.map((one) => {
    const answer = explained(traffic.tallies, traffic.attributions, one);
    if (answer !== undefined) return answer;
    throw parseIp(one) === undefined ? noStream(one, traffic) : noAddress(one, traffic);
  });
}

function noStream(asked: string, { streams }: Traffic): UserError {
  const ids = streams.map(({ id }) => id);
  const parts = ids.flatMap((id) => [id, id.split('/')[0] ?? id]);
  const near = closest(asked, parts, Math.max(2, Math.floor(asked.length / 3)));
  return new UserError(
    `no stream of these reports is called, or begins with, \`${asked}\``,
    `the largest are ${ids.slice(0, SUGGESTED).join(', ')}; --table streams --format csv lists all`,
    near === undefined ? undefined : `--why ${near}`,
  );
}

/** Addresses that begin like the one that was asked for are likely its neighbours. */
function noAddress(asked: string, { tallies }: Traffic): UserError {
  const shared = (ip: string): number => {
    let length = 0;
    while (length < ip.length && ip[length] === asked[length]) length += 1;
    return length;
  };
  const near = [...new Set(Array.from(tallies.all(), ({ sourceIp }) => sourceIp))]
    .map((ip) => ({ ip, length: shared(ip) }))
    .toSorted((a, b) => b.length - a.length || byName(a.ip, b.ip))
    .slice(0, SUGGESTED)
    .map(({ ip }) => ip);
  return new UserError(`no mail of these reports came from ${asked}`, `the nearest addresses are ${near.join(', ')}`);
}
