import type { EventIds } from '../event.ts';

/** The ids that are there, in one shape whichever those are. */
export const idsOf = ({ message, esp, event }: Omit<EventIds, 'queue' | 'host'>): EventIds => ({ message, esp, event });
