/** A picture or document the person has chosen and that is ready to be sent. */
export interface Picked {
  name: string
  kind: 'picture' | 'document'
  /** Bytes, as far as known. */
  size: number
  /** Shows it on this phone: a temporary file of WeChat's, or an address of the browser's own. */
  path: string
  /** The bytes themselves, in a browser. */
  blob?: Blob
}
