export function squeeze(code: string, options?: { module?: boolean; mangle?: object; namesLast?: boolean }): Promise<string>;
