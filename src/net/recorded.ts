import { UserError } from '../core/errors.ts';
import { cannotBeAsked, failed } from './chase.ts';
import type { Answer, Net } from './net.ts';
import { questionName } from './question-name.ts';
import { readServiceAnswers, recordedServices, servicesFrom } from './recorded-services.ts';
import type { RecordedServices } from './recorded-services.ts';
import { isReadableVersion, isValidated, parseRecording, questionKey, recordingVersion } from './recording-text.ts';
import type { Recorded } from './recording-text.ts';
import { noServices } from './services.ts';
import type { FileProblem } from './zone/text.ts';

export interface RecordedNet extends Net, RecordedServices {
  /** What is wrong in the text; the questions concerned fail. */
  readonly problems: readonly FileProblem[];
  /** Whether a validating resolver was asked, so that a missing AD bit means something. */
  readonly validated: boolean;
  /** Every question about DNS with its answer. */
  readonly recorded: readonly Recorded[];
  /** Every name that was asked for, sorted: for saying what a recording holds when it does not hold what is wanted. */
  readonly names: readonly string[];
}

/** The world as it was when it was recorded. Throws a UserError where the text is no recording, or none we read. */
export function recordedNet(text: string, file: string): RecordedNet {
  const version = recordingVersion(text);
  if (version === undefined) {
    throw new UserError(`${file} is no recording`, 'its first line is not "; sendaudit recording" and a version');
  }
  if (!isReadableVersion(version)) {
    throw new UserError(
      `${file} is a recording of version ${version}`,
      'this sendaudit reads version 1',
      'record again, or use the sendaudit it was recorded with',
    );
  }
  const services = readServiceAnswers(text, file);
  const { recorded, problems } = parseRecording(services.rest, file);
  const answers = new Map([
    ...recorded.flatMap((one) => linkAnswers(one)),
    ...recorded.map(({ name, type, answer }) => [questionKey(name, type), answer] as const),
  ]);
  return {
    ...servicesFrom(
      services.answers,
      noServices((what) => unrecorded(what, file)),
    ),
    problems: [...problems, ...services.problems],
    validated: isValidated(text),
    recorded,
    ...recordedServices(services.answers),
    names: recordedNames(recorded),
    async resolve(name, type) {
      const asked = questionName(name);
      if (asked === undefined) return cannotBeAsked(name, type);
      const answer = answers.get(questionKey(asked, type));
      // Keyed by type, so the records are of the type asked
      if (answer !== undefined) return answer as Answer<typeof type>;
      return failed('unrecorded', unrecorded(`${asked || '.'} ${type}`, file));
    },
    close: async () => {},
  };
}

/** What stands at the end of a CNAME chain is the answer at each of its links as well: a plan laid over may lead there. */
function linkAnswers({ type, answer }: Recorded): (readonly [string, Answer])[] {
  if (answer.status === 'failed') return [];
  return answer.via.map((target, n) => [questionKey(target, type), { ...answer, via: answer.via.slice(n + 1) }]);
}

const unrecorded = (what: string, file: string): string =>
  `${file} holds no answer for ${what}; record again to have it asked`;

/** The names a recording covers, sorted. */
export const recordedNames = (recorded: readonly { readonly name: string }[]): readonly string[] =>
  [...new Set(recorded.map(({ name }) => name))].toSorted();
