/** Style sheets as texts; the tag is for tools that read and shorten them. */
export const css = (texts: TemplateStringsArray, ...values: (string | number)[]): string => String.raw(texts, ...values);
