import type { PageFinding } from '../core/page.ts';

/** How grave a finding is, in words. */
export const LEVEL_LABELS: Readonly<Record<PageFinding['level'], string>> = {
  error: 'error',
  warning: 'warning',
  note: 'note',
  inconclusive: 'not decided',
  crashed: 'crashed',
};
