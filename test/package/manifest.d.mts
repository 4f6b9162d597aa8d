export function analyze(): string;
export function isFresh(): boolean;
