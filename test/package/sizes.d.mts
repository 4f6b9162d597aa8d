export function sizes(): Promise<{ name: string; bytes: number; budget: number }[]>;
export function sizeTable(): Promise<string>;
