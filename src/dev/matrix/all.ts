import type { MatrixCase } from './case.ts';
import { CONTAINERS } from './containers.ts';
import { CONTENTS } from './contents.ts';
import { DOCUMENTS } from './documents.ts';
import { MAILS } from './mails.ts';

/** Every container and every fault of reports that is known of, one at a time. */
export const MATRIX: readonly MatrixCase[] = [...CONTAINERS, ...MAILS, ...DOCUMENTS, ...CONTENTS];
