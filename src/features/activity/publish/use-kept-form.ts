import { useDidShow } from '@tarojs/taro'
import { useState } from 'react'
import { newRequestId } from '../../../platform/env'
import { storage } from '../../../platform/storage'
import type { PublishForm } from './form'
import type { Problems } from './problems'

interface Kept {
  form: PublishForm
  /** When this phone last wrote it down; undefined while nothing was changed. */
  savedAt?: Date
  /** Of these very words: handing them in again after a lost answer does not make a second activity. */
  requestId: string
  /** What the cloud found wrong when they were handed in. */
  problems: Problems
}

export interface KeptForm extends Kept {
  change: (part: Partial<PublishForm>) => void
  /** Puts mistakes at their fields, here and on the other page of the form. */
  mark: (problems: Problems) => void
  forget: () => void
}

/** A form that two pages share: writing and preview. Every change lies on this phone until it is handed in. */
export function useKeptForm(name: string, first: PublishForm): KeptForm {
  const key = `draft/publish/${name}`
  const [kept, setKept] = useState<Kept>(
    () => storage.read<Kept>(key) ?? { form: first, requestId: newRequestId(), problems: {} },
  )
  useDidShow(() => setKept((before) => storage.read<Kept>(key) ?? before))
  const keep = (next: Kept) => {
    storage.write(key, next)
    setKept(next)
  }
  return {
    ...kept,
    change: (part) =>
      keep({ form: { ...kept.form, ...part }, savedAt: new Date(), requestId: newRequestId(), problems: {} }),
    // The cloud answers a request the same for ever: a refused one is not asked again.
    mark: (problems) => keep({ ...kept, requestId: newRequestId(), problems }),
    forget: () => storage.remove(key),
  }
}
