import { checks } from '../../checks/all.ts';
import { nearestCheck } from '../nearest-check.ts';

/** What is wrong with a code that is to name a finding, a check or a family; undefined where nothing is. */
export function codeFault(code: string): string | undefined {
  const [id = '', key] = code.split(':');
  const check = checks.find((one) => one.id === id || one.formerly?.includes(id) === true);
  if (key !== undefined) {
    if (check === undefined) return unknownCode(id);
    return Object.hasOwn(check.messages, key)
      ? undefined
      : `is no finding of ${id}; it has ${Object.keys(check.messages).join(', ')}`;
  }
  const isKnown = check !== undefined || checks.some((one) => one.id.startsWith(`${id}/`));
  return isKnown ? undefined : unknownCode(id);
}

function unknownCode(id: string): string {
  const near = nearestCheck(id);
  return `is no check, and no family${near === undefined ? '' : `; there is ${near}`}`;
}
