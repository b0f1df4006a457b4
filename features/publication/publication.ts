/** Who must stand behind a publication. Pure. */

/** As soon as there are two privacy officers, two must agree. */
export function approvalsNeeded(officers: number): number {
  return Math.min(2, Math.max(1, officers));
}

/** Those who approved and still hold the office, each once. */
export function standing(approved: readonly string[], officers: readonly string[]): string[] {
  return officers.filter((officer) => approved.includes(officer));
}

export function isApproved(approved: readonly string[], officers: readonly string[]): boolean {
  return standing(approved, officers).length >= approvalsNeeded(officers.length);
}
