import type { StampForm } from './stamps.ts';

/** What a log is to look like. */
export interface PostfixStory {
  readonly seed: string;
  /** Seconds since 1970. */
  readonly begin: number;
  readonly messages: number;
  /** Seconds between two messages, on the average. */
  readonly spacing: number;
  /** One machine for each. */
  readonly forms: readonly StampForm[];
  readonly ids: 'short' | 'long';
  /** Lines of different processes change places, as they do. */
  readonly reordered: boolean;
  /** How TLS is told: by lines of its own, by the field of 3.11, or not at all. */
  readonly tls: 'lines' | 'field' | 'none';
  /** A stretch in which one receiver defers everything. */
  readonly incident?: { readonly from: number; readonly to: number; readonly mx: string };
}

/** What a reader must make of a line. */
export interface TrueEvent {
  readonly kind: 'accepted' | 'delivered' | 'deferred' | 'bounced' | 'expired';
  readonly time: number;
  readonly host: string;
  readonly queue: string;
  readonly message: string;
  readonly envelopeFrom: string;
  readonly size: number;
  readonly sasl?: string;
  readonly notification?: string;
  readonly dkim?: string;
  readonly recipient?: string;
  readonly attempt?: number;
  readonly relay?: string;
  readonly hop?: 'mx' | 'relay' | 'local';
  readonly code?: number;
  readonly enhancedCode?: string;
  readonly total?: number;
  readonly tls?: string | false;
}
export interface LogLine {
  readonly text: string;
  readonly events: readonly TrueEvent[];
}

/** All that is encrypted is encrypted by it. */
export const CIPHER = 'TLS_AES_256_GCM_SHA384';
