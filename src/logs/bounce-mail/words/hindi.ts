import { defineWords } from '../words.ts';

/** Hindi. */
export default defineWords({
  titles: [
    /डिलीवर नहीं/, // not delivered
  ],
  failed: [
    /नहीं/, // not
  ],
});
