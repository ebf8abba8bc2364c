import { logFormats } from '../logs/formats/all.ts';
import { isServerLog } from '../logs/format.ts';
import type { Counts, Delivery, DeliverySection } from './delivery.ts';

const SHAPE_OF = new Map(logFormats.map(({ id, shape }) => [id, shape]));
const FAILURES_ONLY = new Set(logFormats.flatMap(({ id, failuresOnly }) => (failuresOnly === true ? [id] : [])));

type Told = 'acceptanceTold';

/**
 * Where acceptance is told: bounce mails and lists of bounces never say what went through, and an export of opens says it of nothing. A
 * share of what was attempted would be made up there.
 */
export function withAcceptance(
  delivery: Omit<Delivery, Told | 'sections'> & { readonly sections: readonly Omit<DeliverySection, Told>[] },
): Delivery {
  const shapes = delivery.formats.map(({ id }) => SHAPE_OF.get(id));
  const tellsAll = shapes.length === 0 || shapes.some(isServerLog);
  const all = shapes.filter((shape) => shape === 'mail').length;
  // Mails that only say again what a log says make no difference.
  const mails = all < shapes.length && delivery.mailEvents === 0 ? 0 : all;
  const failures = mails + delivery.formats.filter(({ id }) => FAILURES_ONLY.has(id)).length;
  const isTold = (counts: Counts): boolean => {
    if (failures > 0 && failures === shapes.length) return false;
    if (wentOn(counts) > 0) return true;
    // Among other inputs, a stream that nothing ever went through of may be one of bounce mails or of a list alone.
    return failures === 0 && (tellsAll || wentOn(delivery.totals) > 0);
  };
  return {
    ...delivery,
    acceptanceTold: isTold(delivery.totals),
    sections: delivery.sections.map((section) => ({ ...section, acceptanceTold: isTold(section) })),
  };
}

const wentOn = ({ accepted, handedOver, local }: Counts): number => accepted + handedOver + local;
