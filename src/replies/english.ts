/** English words, and no letter that English has not: patterns of other languages need not be compiled for it, nor asked. */
export const ENGLISH =
  /^(?=.*\b(?:the|your|you|not|from|this|that|with|been|denied|rejected|refused|blocked|failed|closed|access|again)\b)[\x20-\x7e]*$/i;
