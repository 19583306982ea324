import type { FileKind } from '../../../types/files'

/** Why a file is not taken. */
export type Problem =
  | 'empty'
  | 'tooLarge'
  | 'unknownKind'
  | 'heic'
  | 'damaged'
  | 'tooManyPixels'
  | 'hidden'
  | 'activePdf'
  | 'encrypted'

/** Content fit to be stored: of the kind it says, freed of everything that is not what it shows. */
export interface Content {
  mimeType: FileKind
  bytes: Buffer
}

/** What went wrong with the content, as opposed to with us. */
export class ContentProblem extends Error {
  constructor(readonly problem: Problem) {
    super(problem)
  }
}
