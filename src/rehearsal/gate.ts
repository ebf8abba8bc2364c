import type { Outcome } from './outcome.ts';

/** How much of one's own mail may be lost before the run fails. */
export interface Gate {
  readonly kind: 'legitimate-loss' | 'legitimate-quarantine';
  /** Share, 0 to 1. */
  readonly limit: number;
}

const GATE = /^(legitimate-loss|legitimate-quarantine)=(\d{1,3}(?:\.\d{1,6})?)\s?(%?)$/;

/** `legitimate-loss=0.1%`, `legitimate-quarantine=0.001`; undefined for what is none. */
export function parseGate(text: string): Gate | undefined {
  const [, kind, number, percent] = GATE.exec(text) ?? [];
  const limit = Number(number) / (percent === '%' ? 100 : 1);
  return kind === undefined || limit > 1 ? undefined : { kind: kind as Gate['kind'], limit };
}

/** The part of one's own mail that counts against the limit. */
export const lostBy = ({ kind }: Gate, { refused, quarantined }: Outcome): number =>
  kind === 'legitimate-loss' ? refused : quarantined;

/** Whether more is lost than the limit allows. */
export const isOver = (gate: Gate, ours: Outcome): boolean => lostBy(gate, ours) > gate.limit * ours.messages;
