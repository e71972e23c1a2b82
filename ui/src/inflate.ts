// Large frames come packed (raw DEFLATE) where the page's address says that it can inflate them.

let able: boolean | undefined;

/** Whether this browser can inflate: not the case before 2023, nor after it once failed here. */
export function canInflate(): boolean {
  if (able === undefined) {
    try {
      new DecompressionStream("deflate-raw");
      able = true;
    } catch {
      able = false;
    }
  }
  return able;
}

/** The text in a packed frame; none when it cannot be read, and then no more is asked for. */
export async function inflated(packed: ArrayBuffer): Promise<string | undefined> {
  try {
    return await new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw"))).text();
  } catch {
    able = false;
    return undefined;
  }
}
