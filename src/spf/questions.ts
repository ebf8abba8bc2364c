import type { Answer, Dns, RecordType } from '../net/net.ts';
import { pathText, type PathStep } from './path.ts';
import type { FailedQuestion } from './tree.ts';

/** Questions of one tree: each is asked once, and failures are kept with the path that first asked. */
export interface Questions {
  resolve<T extends RecordType>(name: string, type: T, path: readonly PathStep[]): Promise<Answer<T>>;
  failures(): FailedQuestion[];
}

export function questions(net: Dns): Questions {
  const answers = new Map<string, Promise<Answer>>();
  const failures = new Map<string, FailedQuestion>();
  return {
    async resolve<T extends RecordType>(name: string, type: T, path: readonly PathStep[]) {
      const key = `${type} ${name}`;
      const asked = answers.get(key) ?? net.resolve(name, type);
      answers.set(key, asked);
      const answer = (await asked) as Answer<T>;
      if (answer.status === 'failed' && !failures.has(key)) {
        const origin = path[0]?.domain ?? name;
        failures.set(key, { name, type, reason: answer.reason, path: pathText(origin, path) });
      }
      return answer;
    },
    failures: () => [...failures.values()],
  };
}
