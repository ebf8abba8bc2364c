import type { MatrixCase } from './case.ts';
import { CONTAINERS } from './containers.ts';
import { DOCUMENTS } from './documents.ts';
import { HEAD_CONTENTS } from './head-contents.ts';
import { MAILS } from './mails.ts';
import { RECORD_CONTENTS } from './record-contents.ts';

/** Every container and every fault of reports that is known of, one at a time. */
export const MATRIX: readonly MatrixCase[] = [
  ...CONTAINERS,
  ...MAILS,
  ...DOCUMENTS,
  ...HEAD_CONTENTS,
  ...RECORD_CONTENTS,
];
