/**
 * Something that bears on the verdict:
 * - `against`: mail would be lost; `open`: the traffic does not tell enough
 * - `caution`: worth knowing, and no reason to wait; `for`: what the verdict rests on
 */
export interface Reason {
  readonly kind: 'against' | 'open' | 'caution' | 'for';
  readonly code: string;
  readonly text: string;
}
