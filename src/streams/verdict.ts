import type { StreamClass } from './stream.ts';

/** What a row is taken for. */
export interface Verdict {
  readonly class: StreamClass;
  /** 0 to 1, that the class is right. */
  readonly confidence: number;
  /** Why not `aligned`, where that needs saying. */
  readonly because?: string;
}
