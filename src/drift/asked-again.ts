import { atOnce } from '../core/at-once.ts';
import type { Net } from '../net/net.ts';
import type { RecordedNet } from '../net/recorded.ts';
import type { FetchLimits, ServiceFailed } from '../net/services.ts';
import { answerChange, type Change, type PrintRdata } from './changes.ts';
import { mailHostChange, pageChange, serverChange } from './service-changes.ts';

/** What came of asking the questions of a recording again. */
export interface AskedAgain {
  readonly changes: readonly Change[];
  /** Those of them that are undecided because the later world does not hold the question. */
  readonly unheld: ReadonlySet<Change>;
  /** Names that have data now, where there may have been none before. */
  readonly present: ReadonlySet<string>;
  /** Whether both worlds hold what mail hosts, and single name servers, say: who never asked them has nothing to compare. */
  readonly comparesMailHosts: boolean;
  readonly comparesServers: boolean;
}

export interface AskingOptions {
  /** Whether a question, given by its answer, is asked again. */
  readonly isWanted: (answer: object, name?: string) => boolean;
  /** The limits a page was asked for with, given by its answer. */
  readonly limitsOf: (answer: object) => FetchLimits;
  readonly print: PrintRdata;
}

/** Questions asked again at once; the client has a cap of its own. */
const AT_ONCE = 64;
/** Mail hosts greylist, or shut out, whoever comes with many connections. */
const CONNECTIONS_AT_ONCE = 8;

/** Asks every question of the earlier recording again: DNS, pages over HTTPS, mail hosts, name servers. */
export async function askedAgain(earlier: RecordedNet, later: Net, options: AskingOptions): Promise<AskedAgain> {
  const { isWanted, limitsOf, print } = options;
  const present = new Set<string>();
  const [records, pages, mailHosts, servers] = await Promise.all([
    atOnce(
      AT_ONCE,
      earlier.recorded.filter(({ name, answer }) => isWanted(answer, name)),
      async ({ name, type, answer }) => {
        const after = await later.resolve(name, type);
        if (after.status !== 'failed' && (after.status === 'ok' || after.via.length > 0)) present.add(name);
        return { after, change: answerChange(name, type, answer, after, print) };
      },
    ),
    atOnce(
      AT_ONCE,
      earlier.pages.filter(({ answer }) => isWanted(answer)),
      async ({ url, answer }) => {
        const after = await later.fetchText(url, limitsOf(answer));
        return { after, change: pageChange(url, answer, after) };
      },
    ),
    atOnce(
      CONNECTIONS_AT_ONCE,
      earlier.mailHosts.filter(({ answer }) => isWanted(answer)),
      async ({ host, address, answer }) => {
        const after = await later.probeSmtp(host, address);
        return { after, change: mailHostChange(host, address, answer, after) };
      },
    ),
    atOnce(
      AT_ONCE,
      earlier.servers.filter(({ name, answer }) => isWanted(answer, name)),
      async ({ server, name, type, answer }) => {
        const after = await later.askServer(server, name, type);
        return { after, change: serverChange(server, [name, type], answer, after, print) };
      },
    ),
  ]);
  const all = [...records, ...pages, ...mailHosts, ...servers];
  return {
    changes: changesOf(all),
    unheld: new Set(changesOf(all.filter(({ after }) => isUnrecorded(after)))),
    present,
    comparesMailHosts: mailHosts.some(({ after }) => !isUnrecorded(after)),
    comparesServers: servers.some(({ after }) => !isUnrecorded(after)),
  };
}

const changesOf = (compared: readonly { readonly change: Change | undefined }[]): Change[] =>
  compared.flatMap(({ change }) => (change === undefined ? [] : [change]));

/** This world does not hold the question. */
export const isUnrecorded = (answer: { readonly status: string }): answer is ServiceFailed =>
  answer.status === 'failed' && 'failure' in answer && answer.failure === 'unrecorded';
