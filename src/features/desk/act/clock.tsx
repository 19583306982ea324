import { View } from '@tarojs/components'
import { type PauseReason, pauseReasons } from '../../../../types/application'
import { Choice } from '../../../components/choice'
import { Stepper } from '../../../components/stepper'
import { client } from '../../../platform/client'
import { useDraft } from '../../../platform/use-draft'
import type { CaseDesk } from '../case/use-case'
import type { Case } from '../shapes'
import { pauseNames } from '../wording'
import { Panel } from './panel'
import { Reason } from './reason'
import { Do } from './simple'
import { actWording as words } from './wording'

interface ActProps {
  c: Case
  desk: CaseDesk
}

/** Stops the clock for one of the lawful reasons. */
export function Suspend({ c, desk }: ActProps) {
  const [draft, set, forget] = useDraft<{ pauseFor?: PauseReason; why: string }>(`desk/${c.applicationId}/suspend`, {
    why: '',
  })
  const { pauseFor, why } = draft
  const run = async () => {
    if (!pauseFor) return
    const input = { pauseFor, why: why.trim() }
    if (await desk.step((seen) => client.application.suspend({ ...seen, ...input }), words.suspended)) forget()
  }
  return (
    <Panel
      act="suspend"
      footer={<Do desk={desk} off={!pauseFor || why.trim().length < 2} name={words.suspend} onDo={run} />}
    >
      <Choice
        label={words.pauseFor}
        options={pauseReasons.map((value) => ({ value, words: pauseNames[value] }))}
        value={pauseFor}
        onChange={(value) => set({ pauseFor: value })}
      />
      <Reason label={words.why} placeholder={words.whyHint} value={why} onChange={(text) => set({ why: text })} />
    </Panel>
  )
}

/** Asks for more working days, once. */
export function Extend({ c, desk }: ActProps) {
  const [draft, set, forget] = useDraft(`desk/${c.applicationId}/extend`, { days: 5, reason: '' })
  const { days, reason } = draft
  const run = async () => {
    const input = { days, reason: reason.trim() }
    if (await desk.step((seen) => client.application.requestExtension({ ...seen, ...input }), words.requested)) forget()
  }
  return (
    <Panel act="extend" footer={<Do desk={desk} off={reason.trim().length < 5} name={words.request} onDo={run} />}>
      <View className="between">
        <View>{words.days}</View>
        <Stepper label={words.days} value={days} least={1} most={10} onChange={(value) => set({ days: value })} />
      </View>
      <Reason value={reason} onChange={(text) => set({ reason: text })} />
    </Panel>
  )
}

/** The approver's word on the extension. */
export function Grant({ c, desk }: ActProps) {
  const [draft, set, forget] = useDraft<{ grant?: 'yes' | 'no'; reason: string }>(`desk/${c.applicationId}/grant`, {
    reason: '',
  })
  const { grant, reason } = draft
  const run = async () => {
    if (!grant) return
    const input = { grant: grant === 'yes', reason: reason.trim() }
    const done = input.grant ? words.granted : words.declined
    if (await desk.step((seen) => client.application.decideExtension({ ...seen, ...input }), done)) forget()
  }
  return (
    <Panel
      act="grant"
      footer={<Do desk={desk} off={!grant || reason.trim().length < 2} name={words.names.decide} onDo={run} />}
    >
      {c.extension && <View className="act__quiet">{words.asksFor(c.extension.days, c.extension.reason)}</View>}
      <Choice
        label={words.names.grant}
        options={[
          { value: 'yes', words: words.grant },
          { value: 'no', words: words.decline },
        ]}
        value={grant}
        onChange={(value) => set({ grant: value })}
      />
      <Reason value={reason} onChange={(text) => set({ reason: text })} />
    </Panel>
  )
}

/** 准许第二次: the supervisor's recorded exception, with an apology. */
export function Second({ c, desk }: ActProps) {
  const { applicationId } = c
  const [draft, set, forget] = useDraft(`desk/${applicationId}/second`, { reason: '', apology: '' })
  const reason = draft.reason.trim()
  const apology = draft.apology.trim()
  const run = async () => {
    const input = { applicationId, reason, apology }
    if (await desk.step(() => client.application.allowSecondVisit(input), words.allowed)) forget()
  }
  return (
    <Panel
      act="second"
      footer={<Do desk={desk} off={reason.length < 5 || apology.length < 5} name={words.allow} onDo={run} />}
    >
      <Reason
        label={words.exceptionReason}
        most={300}
        value={draft.reason}
        onChange={(text) => set({ reason: text })}
      />
      <Reason
        label={words.apology}
        most={300}
        placeholder={words.apologyHint}
        value={draft.apology}
        onChange={(text) => set({ apology: text })}
      />
    </Panel>
  )
}
