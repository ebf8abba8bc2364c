import { defineWords } from '../words.ts';

/** Hindi. */
export default defineWords({
  undelivered: [
    /डिलीवर नहीं/, // not delivered
  ],
  failed: [
    /नहीं/, // not
  ],
  reasonLabels: [
    /कारण/, // reason
  ],
});
