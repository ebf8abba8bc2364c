import type { PointedAddress } from '../../sources/ptr.ts';

/** `192.0.2.25`, or `192.0.2.25` of the MX host that has it: `mail.example.com` (192.0.2.25). */
export const named = ({ host, address }: Pick<PointedAddress, 'host' | 'address'>): string =>
  host === undefined ? `\`${address}\`` : `\`${host}\` (${address})`;

/** Says whose names could not be looked up. */
export function admitUnread(
  addresses: readonly PointedAddress[],
  findings: { inconclusive(reason: string): void },
): void {
  for (const { pointers } of addresses) if (pointers.state === 'unknown') findings.inconclusive(pointers.reason);
}
