// JSON that others write in their own way: what browsers sign, and claims.

/** The object in a text; undefined for another value, and where one of these members stands twice: two readers could take either. */
export function soleObject(text: string, members: readonly string[]): Record<string, unknown> | undefined {
  const value: unknown = JSON.parse(text);
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  const keys = outerKeys(text);
  return members.some((member) => keys.filter((key) => key === member).length > 1) ? undefined : (value as Record<string, unknown>);
}

/** The keys of the outermost object of a text that is JSON. */
function outerKeys(text: string): string[] {
  const keys: string[] = [];
  let depth = 0;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"\s*:?|[[\]{}]/g)) {
    if (token === "{" || token === "[") depth++;
    else if (token === "}" || token === "]") depth--;
    else if (depth === 1 && token.endsWith(":")) keys.push(JSON.parse(token.slice(0, -1)) as string);
  }
  return keys;
}
