export function internalNames(ours: Iterable<string>, theirs: Iterable<string>): string[];
export function ownNames(folders?: string[]): string[];
