import { plural } from '../../core/format.ts';
import type { LogFormat } from '../../logs/format.ts';
import { logFormats } from '../../logs/formats/all.ts';
import type { Delivery } from '../delivery.ts';

/** `1,204 lines`, `12 mails`: what inputs are made of. */
export function unitsOf({ lines, formats }: Pick<Delivery, 'lines' | 'formats'>): string {
  const units = new Set(formats.map(({ id }) => UNITS[SHAPES.get(id) ?? 'table']));
  const [unit = 'line'] = units;
  return units.size > 1 ? plural(lines, 'entry', 'entries') : plural(lines, unit);
}

const SHAPES: ReadonlyMap<string, LogFormat['shape']> = new Map(logFormats.map(({ id, shape }) => [id, shape]));
const UNITS: Readonly<Record<LogFormat['shape'], string>> = {
  lines: 'line',
  entries: 'object',
  records: 'object',
  table: 'row',
  mail: 'mail',
};
