import { findingBlocks } from '../../core/finding-blocks.ts';
import type { CheckResult } from '../../core/outcome.ts';
import type { Line, Page } from '../../core/page.ts';
import { readingBlocks } from '../../core/reading-blocks.ts';
import { asidesOf } from './asides.ts';
import type { Delivery } from '../delivery.ts';
import { engagementBlocks } from './engagement-blocks.ts';
import { titleOf } from './page-title.ts';
import { queuedBlocks } from './queued-blocks.ts';
import { reasonBlocks } from './reason-blocks.ts';
import { sectionBlocks } from './section-blocks.ts';
import { spikeBlocks } from './spike-blocks.ts';
import { unreadBlocks } from './unread-blocks.ts';
import { wayBlocks } from './way-blocks.ts';

export interface DeliveryPageOptions {
  /** Mailbox providers shown under each stream. */
  readonly partsShown: number;
  /** Whether reading was broken off. */
  readonly interrupted: boolean;
}

/** Streams first, what went wrong and why under them, the next step last. */
export function deliveryPage(
  delivery: Delivery,
  results: readonly CheckResult[],
  { partsShown, interrupted }: DeliveryPageOptions,
): Page {
  const asides: readonly Line[] = [
    ...(interrupted ? [[{ text: 'interrupted: what had been read by then is counted', tone: 'warn' as const }]] : []),
    ...asidesOf(delivery),
  ];
  return {
    title: titleOf(delivery),
    blocks: [
      ...(asides.length === 0 ? [] : [{ kind: 'lines' as const, lines: asides }]),
      ...sectionBlocks(delivery, partsShown),
      ...queuedBlocks(delivery),
      ...spikeBlocks(delivery),
      ...reasonBlocks(delivery),
      ...engagementBlocks(delivery),
      ...wayBlocks(delivery),
      ...findingBlocks(results),
      ...unreadBlocks(delivery),
      ...readingBlocks(
        delivery.inputs,
        delivery.repeated.map(({ path, of }) => `${path} holds the same as ${of}`),
      ),
    ],
    ...nextOf(delivery),
  };
}

/** A table or an export of a kind nobody knows can still be read, by a mapping. */
function nextOf({ unrecognised }: Delivery): Pick<Page, 'next'> {
  if (unrecognised.length === 0) return {};
  const one = unrecognised.find(({ mappable }) => mappable);
  return {
    next: ['sendaudit list logs', ...(one === undefined ? [] : [`sendaudit logs --guess-map ${quoted(one.path)}`])],
  };
}

/** As a shell takes it. */
const quoted = (path: string): string => (/^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`);
