import type { EventIds } from '../event.ts';
import type { DraftIds } from './draft.ts';

/** The ids that are there. */
export function idsOf(ids: { readonly [Key in keyof EventIds]?: EventIds[Key] | undefined }): EventIds {
  const present: DraftIds = {};
  if (ids.message !== undefined) present.message = ids.message;
  if (ids.esp !== undefined) present.esp = ids.esp;
  if (ids.event !== undefined) present.event = ids.event;
  return present;
}
