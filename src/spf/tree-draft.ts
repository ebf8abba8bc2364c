import type { Span } from '../core/facts.ts';
import type { SpfTerm } from '../protocols/spf.ts';
import type { PathStep } from './path.ts';
import type {
  Addresses,
  Cap,
  ExplanationTexts,
  FailedQuestion,
  Host,
  PublishedText,
  RecordState,
  Target,
  VoidLookup,
} from './tree.ts';

/** A record while the tree is being gathered, before anything is added up. */
export interface DraftNode {
  readonly domain: string;
  readonly depth: number;
  /** Domains from the root down to this one. */
  readonly line: readonly string[];
  readonly path: readonly PathStep[];
  readonly inInclude: boolean;
  state: RecordState;
  via: readonly string[];
  published: readonly PublishedText[];
  octets: number;
  terms: readonly DraftTerm[];
}

export interface DraftTerm {
  readonly term: SpfTerm;
  readonly index: number;
  readonly span: Span;
  readonly reachable: boolean;
  readonly cost: number;
  readonly target: Target | undefined;
  child?: DraftNode;
  hosts?: readonly Host[];
  exists?: Addresses;
  explanation?: ExplanationTexts;
  voids: readonly VoidLookup[];
}

export const draftStep = ({ domain }: DraftNode, { term, span }: DraftTerm): PathStep => ({ domain, term, span });

export interface GatheredTree {
  readonly root: DraftNode;
  readonly unknowns: readonly FailedQuestion[];
  readonly cut: readonly Cap[];
  readonly records: number;
}
