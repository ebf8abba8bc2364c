/** English words, and no letter that English has not: patterns of other languages need not be compiled for it, nor asked. */
export const ENGLISH =
  /^(?=.*\b(?:the|your|you|is|are|not|for|from|by|this|that|with|has|been|due|of|to|access|denied|rejected|refused|blocked|failed|closed|again|later)\b)[\x20-\x7e]*$/i;
