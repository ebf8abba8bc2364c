import { largeReceivers } from './large-receivers.ts';
import type { Reporter } from './reporter.ts';
import { smallReceivers } from './small-receivers.ts';

/** All that sent reports in October. */
export const REPORTERS: readonly Reporter[] = [...largeReceivers, ...smallReceivers];
