import { View } from '@tarojs/components'
import { Choice } from '../../../components/choice'
import { Light } from '../../../components/light'
import { client } from '../../../platform/client'
import { confirm } from '../../../platform/say'
import { useDraft } from '../../../platform/use-draft'
import type { CaseDesk } from '../case/use-case'
import { Phrases } from '../phrases'
import type { Case } from '../shapes'
import { wording } from '../wording'
import { Panel } from './panel'
import { Reason } from './reason'
import { Do } from './simple'
import { actWording as words } from './wording'

interface ActProps {
  c: Case
  desk: CaseDesk
}

type Outcome = 'approved' | 'refused'

/** The decision, with what the departments said. Refusing needs a reason. */
export function Decide({ c, desk }: ActProps) {
  const [draft, set, forget] = useDraft<{ outcome?: Outcome; reason: string }>(`desk/${c.applicationId}/decide`, {
    reason: '',
  })
  const { outcome, reason } = draft
  const missing = c.reviews.filter((r) => r.at === null).map((r) => r.department)
  const refuses = outcome === 'refused'
  const run = async () => {
    if (!outcome) return
    if (refuses && !(await confirm(words.refuseSure, words.refuse, words.think))) return
    const done = await desk.step(
      (seen) => client.application.decide({ ...seen, outcome, reason: reason.trim() }),
      refuses ? words.refused : words.approved,
    )
    if (done) forget()
  }
  return (
    <Panel
      act="decide"
      footer={
        <Do
          desk={desk}
          off={!outcome || (refuses && reason.trim() === '') || missing.length > 0}
          name={words.sendDecision[outcome ?? 'none']}
          onDo={run}
        />
      }
    >
      <Reviews c={c} />
      {missing.length > 0 && <Light kind="soon" words={words.outstanding(missing)} />}
      <Choice
        label={words.outcome}
        options={[
          { value: 'approved', words: words.approve },
          { value: 'refused', words: words.refuse },
        ]}
        value={outcome}
        onChange={(value) => set({ outcome: value })}
      />
      <Reason
        required={refuses}
        most={800}
        placeholder={words.reasonHint}
        value={reason}
        onChange={(text) => set({ reason: text })}
      />
      {refuses && (
        <Phrases
          phrases={words.refuseReasons}
          label={wording.usePhrase}
          onPick={(phrase) => set({ reason: `${reason}${phrase}` })}
        />
      )}
    </Panel>
  )
}

function Reviews({ c }: { c: Case }) {
  return (
    <>
      {c.reviews.map((r) => (
        <View key={r.key} className="act__quiet">
          <View className="between">
            <View className="t-strong">{r.department}</View>
            <Light
              kind={r.at === null ? 'soon' : r.agrees ? 'go' : 'late'}
              words={r.at === null ? words.waitsFor : r.agrees ? words.agrees : words.disagrees}
            />
          </View>
          {r.opinion && <View className="t-prewrap">{r.opinion}</View>}
        </View>
      ))}
    </>
  )
}

/** 并联审批: what my department says. */
export function Opinion({ c, desk }: ActProps) {
  const mine = c.reviews.filter((r) => r.mine && r.at === null)
  const [draft, set, forget] = useDraft<{ key?: string; agrees?: 'yes' | 'no'; opinion: string }>(
    `desk/${c.applicationId}/opinion`,
    { opinion: '' },
  )
  const { agrees, opinion } = draft
  const key = mine.some((r) => r.key === draft.key) ? draft.key : mine.length === 1 ? mine[0]?.key : undefined
  const run = async () => {
    if (!key || !agrees) return
    const input = { key, agrees: agrees === 'yes', opinion: opinion.trim() }
    if (await desk.step((seen) => client.application.giveOpinion({ ...seen, ...input }), words.opinionSent)) {
      set({ key: undefined, agrees: undefined, opinion: '' })
      forget()
    }
  }
  return (
    <Panel
      act="opinion"
      footer={
        <Do desk={desk} off={!key || !agrees || opinion.trim().length < 2} name={words.names.opinion} onDo={run} />
      }
    >
      <Reviews c={c} />
      {mine.length > 1 && (
        <Choice
          label={words.department}
          options={mine.map((r) => ({ value: r.key, words: r.department }))}
          value={key}
          onChange={(value) => set({ key: value })}
        />
      )}
      <Choice
        label={words.opinion}
        options={[
          { value: 'yes', words: words.agrees },
          { value: 'no', words: words.disagrees },
        ]}
        value={agrees}
        onChange={(value) => set({ agrees: value })}
      />
      <Reason
        label={words.why}
        most={500}
        placeholder={words.opinionHint}
        value={opinion}
        onChange={(text) => set({ opinion: text })}
      />
    </Panel>
  )
}
