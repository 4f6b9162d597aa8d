export function squeeze(code: string, options?: { module?: boolean; mangle?: object }): Promise<string>;
