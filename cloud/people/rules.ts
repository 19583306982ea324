/** Pure decisions about people. */

/** Family members one person may vouch for. */
export const mostFamilyMembers = 10

/** `138****5678`: enough to recognise one's own number, not enough to call it. */
export function maskPhone(phone: string): string {
  return `${phone.slice(0, 3)}****${phone.slice(-4)}`
}

/** Whether a grant's period makes sense: it ends after it begins. */
export function periodIsSound(validFrom: Date, validUntil: Date | null | undefined): boolean {
  return validUntil == null || validUntil.getTime() > validFrom.getTime()
}
