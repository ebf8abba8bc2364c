import type { Run } from '../core/page.ts';
import type { StreamClass } from '../streams/stream.ts';

/** Before a stream's name: how it stands with DMARC. */
export const CLASS_SIGN: Readonly<Record<StreamClass, Run>> = {
  aligned: { text: '● ', tone: 'good' },
  fixable: { text: '◐ ', tone: 'warn' },
  forwarded: { text: '↻ ', tone: 'note' },
  suspicious: { text: '✗ ', tone: 'bad' },
};
