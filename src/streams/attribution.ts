import type { Candidate } from './identify.ts';
import type { StreamRule } from './rules.ts';
import type { Evidence, Stream, StreamClass } from './stream.ts';
import type { Why } from './why.ts';

/** What is said of rows that authenticated alike from like addresses. */
export interface Attribution {
  readonly stream: Stream;
  readonly class: StreamClass;
  /** 0 to 1: that the provider, or where none is named the class, is right. */
  readonly confidence: number;
  /** 0 to 1: that the class is right. */
  readonly classConfidence: number;
  readonly pass: boolean;
  readonly dkimAligned: boolean;
  readonly spfAligned: boolean;
  /** It carries a signature of our own, and none of those verified. */
  readonly brokenSignature: boolean;
  readonly evidence: readonly Evidence[];
  /** Services anything speaks for, most likely first. */
  readonly candidates: readonly Candidate[];
  readonly why: readonly Why[];
  /** Why it is not simply `aligned`. */
  readonly because?: string;
  /** The reader's rule that decided it. */
  readonly rule?: StreamRule;
}
