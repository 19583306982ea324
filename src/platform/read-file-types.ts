/** A file the person has chosen, with everything that is in it. */
export interface ReadFile {
  name: string
  /** Bytes. */
  size: number
  base64: string
}
