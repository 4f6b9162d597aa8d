export function bundled(entry: string): Promise<string>;
export function sizes(): Promise<{ name: string; bytes: number; budget: number; whole?: number; wholeBudget?: number }[]>;
export function sizeTable(): Promise<string>;
