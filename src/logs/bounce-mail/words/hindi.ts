import { defineWords } from '../words.ts';

/** Hindi. */
export default defineWords({
  undelivered: [
    /डिलीवर नहीं/, // not delivered
  ],
  yours: [
    /संदेश/, // message
    /ईमेल/, // e-mail
  ],
  failed: [
    /नहीं/, // not
    /भर (?:गया|गई|चुका)|अस्वीकार|मौजूद नहीं/, // is full, refused, does not exist
  ],
  reasonLabels: [
    /कारण/, // reason
  ],
});
