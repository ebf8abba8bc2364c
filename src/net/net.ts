import type { Dns } from './dns.ts';
import type { Services } from './services.ts';

export { RECORD_TYPES } from './dns.ts';
export type { Answer, Dns, Failure, RecordType, Rr, RrOf } from './dns.ts';

/** The one door to the world. Live, recorded and planned worlds look the same from inside. */
export interface Net extends Dns, Services {}
