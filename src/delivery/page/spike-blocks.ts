import { count, plural } from '../../core/format.ts';
import type { Block, Line } from '../../core/page.ts';
import { advice } from '../../replies/advice.ts';
import type { Delivery, DeliverySection } from '../delivery.ts';
import { moment, spanText, yearAt } from './moments.ts';
import { nameAt, nameOf } from './section-blocks.ts';
import type { Spike } from '../spikes.ts';

const SHOWN = 10;

/** Hours in which far more failed than usual, and what was said then. */
export function spikeBlocks({ sections, period }: Delivery): Block[] {
  const told = sections.flatMap((section) => spikesOf(section)).toSorted((a, b) => b.spike.failures - a.spike.failures);
  if (told.length === 0 || period === undefined) return [];
  const year = yearAt(period.end);
  const rest = told.length - SHOWN;
  return [
    { kind: 'heading', text: 'Hours that stand out', aside: 'UTC' },
    {
      kind: 'lines',
      lines: [
        ...told.slice(0, SHOWN).map(({ spike, name }) => spikeLine(spike, name, year)),
        ...(rest > 0 ? [`and ${plural(rest, 'more', 'more')}: --format json lists all`] : []),
      ],
    },
  ];
}

interface ToldSpike {
  readonly spike: Spike;
  readonly name: string;
}

/** Each once: at the provider where most of it happened, otherwise of the whole stream. */
function spikesOf(section: DeliverySection): ToldSpike[] {
  return section.standouts.map(({ spike, at }) => ({
    spike,
    name: at === undefined ? nameOf(section) : nameAt(section, { label: at }),
  }));
}

function spikeLine({ begin, end, goesOn, failures, usual, reason }: Spike, name: string, year: number): Line {
  const usually = usual < 1 ? 'usually hardly any' : `usually ${count(usual)}`;
  const why = reason === undefined ? '' : `: ${advice[reason.class].title}, “${reason.text}”`;
  return [
    { text: goesOn ? `since ${moment(begin, year)}` : spanText(begin, end, year), tone: 'strong' },
    ` ${name}: ${count(failures)} deferrals and bounces, ${usually}${why}`,
  ];
}
