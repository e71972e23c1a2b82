// What can be wrong: with one entry alone, with the whole record, with the bundle. Codes and lines are those of `hemicycle verify`.

/** Why an entry alone is invalid: it stays in the log and changes nothing. */
export class Invalid extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** Why the whole record fails at a leaf. */
export class Broken extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** Where a check failed. */
export type Step = "archive" | "policy" | "checkpoint" | "tree" | "entries" | "blobs" | "claim";

/** Why a bundle does not hold: one line. */
export class Failure extends Error {
  constructor(
    readonly step: Step,
    readonly reason: string,
    readonly entry?: number,
    /** The stable code of what breaks the record, where an entry does. */
    readonly code?: string,
  ) {
    super(entry === undefined ? reason : `entry ${entry}: ${reason}`);
  }
}

/** A browser without what the check needs: nothing is said about the bundle then. */
export class Unable extends Error {}

/** Runs `work`; what it throws as an `Error` of its own becomes the failure of this step. */
export function failing<T>(step: Step, work: () => T, before = ""): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof Failure ? error : new Failure(step, before + (error as Error).message);
  }
}

/** An entry whose field is not of its form. */
export const malformed = (name: string): Invalid => new Invalid("malformed-field", `field "${name}" is not of its form`);
