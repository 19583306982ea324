/**
 * Where the encrypted bytes of files lie: a folder, or a bucket of any S3-compatible store. Locations are ours (`ab/abcd…`), never a
 * person's words. Nobody reads the store but this cloud, and it holds nothing but cipher text.
 */
export interface FileStore {
  /** Durable when it resolves. Writing the same location again replaces what is there. Throws Unavailable when the store does not answer. */
  put(location: string, bytes: Buffer): Promise<void>
  /** The bytes; undefined when there are none. Throws Unavailable. */
  get(location: string): Promise<Buffer | undefined>
  /** Gone when it resolves, also when nothing was there. Throws Unavailable. */
  remove(location: string): Promise<void>
  /** Throws with a sentence for the operator when the store cannot be used. */
  check(): Promise<void>
}
