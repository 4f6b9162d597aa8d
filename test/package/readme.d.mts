export function freshReadme(): Promise<string>;
export function writtenSizes(): number[];
