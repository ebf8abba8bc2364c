import type { DkimResult } from '../../../src/reports/aggregate/row.ts';
import type { Chance } from './chance.ts';

/** One message as a receiver sees it, before its reporter decides what to tell of it. */
export interface Sight {
  readonly ip: string;
  readonly from: string;
  readonly dkim: readonly DkimResult[];
  /** Envelope-from domain; empty for bounces and auto-replies. */
  readonly envelope: string;
  readonly spf: string;
  readonly helo: string;
  readonly heloSpf: string;
  /** What receivers that look for it find: a list, a forwarder, an ARC chain. */
  readonly handling?: 'list' | 'forward' | 'arc';
}

export type Owner = 'ours' | 'forwarded' | 'spoofer';

export interface Truth {
  readonly archetype: string;
  readonly owner: Owner;
  /** Service ids that name it right, first the best; empty for senders that have none. */
  readonly providers: readonly string[];
  /** What tells this stream from another of the same From domain that has no service: its key, or its way of passing. */
  readonly stream: string;
  /** Why no judge can know, with nothing but these rows. `offline` where an SPF tree settles it. */
  readonly undecidable?: string;
  readonly settledByDns?: true;
}

/** Mail of one kind. */
export interface Flow {
  readonly truth: Truth;
  readonly messages: number;
  readonly sight: (random: Chance) => Sight;
  /** Addresses one reporter sees it from, at most. */
  readonly spread: number;
}

export const signed = (domain: string, selector: string, result = 'pass'): DkimResult => ({ domain, selector, result });

/** What a sight is made of, with the usual for the rest. */
export function sighted(sight: Pick<Sight, 'ip' | 'from'> & Partial<Sight>): Sight {
  const { envelope = sight.from, helo = `host.${envelope === '' ? sight.from : envelope}` } = sight;
  return { dkim: [], spf: 'none', heloSpf: 'none', ...sight, envelope, helo };
}
