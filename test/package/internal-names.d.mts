export function internalNames(ours: Iterable<string>, theirs: Iterable<string>, tags?: readonly string[]): string[];
export function ownNames(): string[];
export function engineNames(): string[];
