/** Freezes a plain value to its depth: one answer goes to several widgets, and none may change it for the others. */
export function freeze<T>(value: T): T {
  if (Object(value) === value) Object.values(Object.freeze(value) as object).forEach(freeze);
  return value;
}
