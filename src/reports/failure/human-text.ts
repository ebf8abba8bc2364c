import { TEXT_LIMIT } from './limits.ts';

/** What the part for people says that machines are told in no other part. */
export interface Told {
  readonly sourceIp?: string;
  readonly date?: string;
  readonly domain?: string;
  readonly aligned?: { readonly dkim?: boolean; readonly spf?: boolean };
  /** Domains that SPF, and DKIM, passed for. */
  readonly passed: readonly { readonly method: 'spf' | 'dkim'; readonly domain: string }[];
  /** It speaks of DMARC that failed. */
  readonly isDmarc: boolean;
  /** Header of the message behind the text. */
  readonly original?: string;
}

/** Exim's own lines (`dmarc_send_forensic_report`), which has no part for machines. */
const LABEL =
  /^[ \t]{0,8}(Sender Domain|Sender IP Address|Received Date|SPF Alignment|DKIM Alignment)[ \t]{0,8}:[ \t]{0,8}(.{1,300})$/gim;
/** What Exim says before the header it copies. */
const COPY = /^-{3,10} ?This is a copy of [^]{1,200}?(?:detected|headers|message)\.?[ \t]*(?:\r?\n)+/im;
/** OpenDMARC and many others: `received from IP 192.0.2.1 on Tue, 19 Jul 2022 00:57:48 -0500.` */
const RECEIVED =
  /received\s{1,5}from\s{1,5}IP(?:\s{1,5}address)?\s{1,5}([^\s,;]{2,60})(?:\s{1,5}on\s{1,5}([^\r\n]{6,60}))?/i;
/** NetEase. */
const IDENTIFIERS = /(SPF|DKIM)-authenticated Identifiers:[ \t]{0,8}([^;\r\n]{1,1000})/gi;

export function toldInText(whole: string): Told {
  const text = whole.slice(0, TEXT_LIMIT);
  const copy = COPY.exec(text);
  const head = copy === null ? text : text.slice(0, copy.index);
  const labels = new Map(
    Array.from(head.matchAll(LABEL), ([, label = '', value = '']) => [label.toLowerCase(), value.trim()]),
  );
  const [, address, date] = RECEIVED.exec(head) ?? [];
  const sourceIp = labels.get('sender ip address') ?? address?.replace(/\.$/, '');
  const arrival = labels.get('received date') ?? date?.replace(/\.?\s*$/, '');
  const domain = labels.get('sender domain');
  const dkim = yesOrNo(labels.get('dkim alignment'));
  const spf = yesOrNo(labels.get('spf alignment'));
  const original = copy === null ? undefined : text.slice(copy.index + copy[0].length);
  return {
    ...(sourceIp === undefined ? {} : { sourceIp }),
    ...(arrival === undefined ? {} : { date: arrival }),
    ...(domain === undefined ? {} : { domain }),
    ...(dkim === undefined && spf === undefined
      ? {}
      : { aligned: { ...(dkim === undefined ? {} : { dkim }), ...(spf === undefined ? {} : { spf }) } }),
    passed: Array.from(head.matchAll(IDENTIFIERS), ([, method = '', names = '']) =>
      names
        .split(/[\s,]+/)
        .filter((name) => /^[\w-]+(?:\.[\w-]+)+$/.test(name))
        .map((name) => ({ method: method.toLowerCase() as 'spf' | 'dkim', domain: name.toLowerCase() })),
    ).flat(),
    isDmarc: /\bDMARC\b/i.test(head),
    ...(original === undefined ? {} : { original }),
  };
}

function yesOrNo(value: string | undefined): boolean | undefined {
  if (value === undefined || !/^(?:yes|no)\b/i.test(value)) return undefined;
  return /^yes/i.test(value);
}
