/** What the organiser's screen shows as a QR code, and how a phone reads it back. */

const prefix = 'llb-check-in:'

export const screenCode = (activityId: number, code: string) => `${prefix}${activityId}:${code}`

/** The code in what was scanned or typed: with our prefix, or by itself. */
export function readScreenCode(text: string): string {
  const plain = text.trim()
  return plain.startsWith(prefix) ? (plain.split(':')[2] ?? '') : plain.toUpperCase()
}
