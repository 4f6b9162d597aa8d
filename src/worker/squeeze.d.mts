export function squeeze(code: string, options?: { module?: boolean }): Promise<string>;
