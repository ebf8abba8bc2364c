/** One change to one record, and what it rests on. */
export interface OptimiseStep {
  /**
   * - `takeover`: the domain it leads to is free to register
   * - `broken`: receivers answer permerror when they come to it
   * - `dead-name`: it asks for what does not exist
   * - `unreachable`, `duplicate`, `covered`: it can never decide anything
   * - `merged`: several networks that are one
   * - `static`: addresses in place of a name
   */
  readonly kind: 'takeover' | 'broken' | 'dead-name' | 'unreachable' | 'duplicate' | 'covered' | 'merged' | 'static';
  /** Whose record it stands in. */
  readonly domain: string;
  /** As written; several terms with blanks between them. */
  readonly term: string;
  /** What takes its place; empty where it goes. */
  readonly becomes: string;
  /** Sentences without full stop. */
  readonly reason: string;
  readonly risk: string;
}

/** Takes note of a step. */
export type Say = (step: Omit<OptimiseStep, 'domain'>) => void;

const ORDER: readonly OptimiseStep['kind'][] = [
  'takeover',
  'broken',
  'dead-name',
  'unreachable',
  'duplicate',
  'covered',
  'merged',
  'static',
];

export const gravestFirst = (steps: readonly OptimiseStep[]): OptimiseStep[] =>
  steps.toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
