import type { Inputs } from '../core/report.ts';
import type { IntakeItem, Repair } from './document.ts';

/** What became of the inputs of one run, file by file. */
export interface InputLog {
  /** To be called with every item; answers with it where it is to be read, undefined where it is told already. */
  opened(item: IntakeItem): Exclude<IntakeItem, { readonly kind: 'failed' }> | undefined;
  repaired(path: string, repairs: readonly Repair[]): void;
  failed(path: string, error: string): void;
  /** It was read and is another command's business. */
  passedOver(path: string, what: string): void;
  /** Files that were opened; what lies in an archive is one file. */
  readonly files: number;
  inputs(): Inputs;
}

export function newInputLog(): InputLog {
  const failed: Inputs['failed'][number][] = [];
  const repairs: Inputs['repairs'][number][] = [];
  const passedOver: NonNullable<Inputs['passedOver']>[number][] = [];
  const damaged = new Set<string>();
  let files = 0;
  let file: string | undefined;

  const fail = (path: string, error: string): void => {
    failed.push({ path, error });
    damaged.add(fileOf(path));
  };

  return {
    opened(item) {
      if (item.kind === 'failed' && item.nothing === true) {
        failed.push({ path: item.path, error: item.error });
        return undefined;
      }
      // What lies in an archive comes in one go, and is one file.
      const opened = fileOf(item.path);
      if (opened !== file || opened === item.path) files += 1;
      file = opened;
      if (item.kind !== 'failed') return item;
      fail(item.path, item.error);
      return undefined;
    },
    repaired: (path, made) => void repairs.push(...made.map((repair) => ({ path, ...repair }))),
    failed: fail,
    passedOver: (path, what) => void passedOver.push({ path, what }),
    get files() {
      return files;
    },
    inputs: () => ({ read: files - damaged.size, failed, repairs, passedOver }),
  };
}

/** `reports.zip › report.xml` lies in `reports.zip`. */
const fileOf = (path: string): string => path.split(' › ')[0] ?? path;
