import { View } from '@tarojs/components'
import { Button } from '../../../components/button'
import { Shell } from '../../../components/shell'
import { go } from '../../../platform/routes'
import type { ItemDetail, Outcome } from '../shapes'
import { type KeptForm, unsaved } from './kept-form'
import { type SubmitRefusal, submitRefusal, applyWording as words } from './wording'

interface SubmitNotesProps {
  item: ItemDetail
  outcome: Outcome
  form: KeptForm
  refusal: SubmitRefusal | string | undefined
  cloudProblem: string
  consented: boolean
  onDiscard: () => void
}

/** What stands above the button: by when and by whom it is answered, what was refused, and where the draft is kept. */
export function SubmitNotes({ item, outcome, form, refusal, cloudProblem, consented, onDiscard }: SubmitNotesProps) {
  const savedAt = new Date(form.savedAt)
  const touched = form.applicationId !== undefined || Object.keys(form.typed).length > 0
  return (
    <View className="apply__notes">
      {!consented && (
        <View>
          <View className="t-strong">{words.consentTitle}</View>
          <View className="t-note">{words.consentBody}</View>
          <Button look="quiet" size="small" icon="shield" onTap={() => go('privacy')}>
            {words.consentTitle}
          </Button>
        </View>
      )}
      {refusal !== undefined && <Refused refusal={refusal} code={item.code} />}
      <View className="t-note">{words.promise(outcome.limit, item.department)}</View>
      {touched && (
        <View className="between">
          <View className="t-hint" role="status">
            {unsaved(form) ? words.saved.phone(savedAt) : words.saved.both(savedAt)}
          </View>
          <Button look="quiet" size="small" onTap={onDiscard}>
            {words.discard}
          </Button>
        </View>
      )}
      {cloudProblem && <View className="t-late">{cloudProblem}</View>}
    </View>
  )
}

/** Why it was not taken, with the step that helps. */
function Refused({ refusal, code }: { refusal: SubmitRefusal | string; code: string }) {
  const said = typeof refusal === 'string' ? refusal : submitRefusal(refusal)
  const step = typeof refusal === 'string' ? undefined : stepFor(refusal, code)
  return (
    <View role="alert">
      <View className="t-late">{said}</View>
      {step && (
        <Button look="secondary" size="small" onTap={step.open}>
          {step.words}
        </Button>
      )}
    </View>
  )
}

function stepFor(refusal: SubmitRefusal, code: string): { words: string; open: () => void } | undefined {
  if (refusal.reason === 'homeUnknown') return { words: words.setHome, open: () => go('homeArea') }
  if (refusal.reason === 'alreadyUnderWay') {
    const { applicationId } = refusal
    return { words: words.see, open: () => go('application', { applicationId }) }
  }
  if (refusal.reason === 'questionsOpen' || refusal.reason === 'notEligible' || refusal.reason === 'itemChanged')
    return { words: words.startOver, open: () => go('serviceItem', { code }) }
  return undefined
}

/** It waits for the network: nothing more to do, nothing lost. */
export function Kept({ title }: { title: string }) {
  return (
    <Shell title={title}>
      <View className="stack" role="status">
        <View className="t-display">{words.kept}</View>
        <View>{words.keptNote}</View>
        <Button look="secondary" onTap={() => go('home')}>
          {words.done.home}
        </Button>
      </View>
    </Shell>
  )
}
