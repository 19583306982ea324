import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../components/button'
import { Choice } from '../../../components/choice'
import { Field } from '../../../components/field'
import { Sheet } from '../../../components/sheet'
import { ratingWording } from './wording'

const words = ratingWording.review
const other = 'other'
const otherReason = { value: other, words: words.otherReason }
const reasonsFor = {
  comment: [...words.reasons.map((value) => ({ value, words: value })), otherReason],
  photo: [...words.photoReasons.map((value) => ({ value, words: value })), otherReason],
}

interface HideSheetProps {
  what: 'comment' | 'photo'
  open: boolean
  onClose: () => void
  onHide: (reason: string) => void
}

/** Why a comment or a picture is not shown: one of the usual reasons, or one’s own words. Whoever it came from reads it. */
export function HideSheet({ what, open, onClose, onHide }: HideSheetProps) {
  const [chosen, setChosen] = useState('')
  const [own, setOwn] = useState('')
  const reason = chosen === other ? own.trim() : chosen
  return (
    <Sheet open={open} title={words.hideTitle} onClose={onClose}>
      <View className="t-note">{what === 'photo' ? words.photoHideNote : words.hideNote}</View>
      <Choice label={words.reason} options={reasonsFor[what]} value={chosen} onChange={setChosen} />
      {chosen === other && (
        <Field label={words.otherReason} required type="textarea" most={200} value={own} onChange={setOwn} />
      )}
      <View className="line">
        <Button block look="secondary" disabled={reason.length < 2} onTap={() => onHide(reason)}>
          {words.hide}
        </Button>
      </View>
    </Sheet>
  )
}
