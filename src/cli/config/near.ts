import { closest } from '../../protocols/edit-distance.ts';

/** `is no provider; there is mailchimp` */
export const near = (what: string, typed: string, all: readonly string[]): string => {
  const likely = closest(typed, all, 3);
  return `is no ${what}${likely === undefined ? '' : `; there is ${likely}`}`;
};
