import { View } from '@tarojs/components'
import type { GuidanceAnswers, Guidance as GuidanceView, ItemDraft } from '../../../../types/catalogue'
import { Card, Section } from '../../../components/card'
import { Choice } from '../../../components/choice'
import { Light } from '../../../components/light'
import { documentForms, wording } from '../wording'
import { headingOf } from './headings'

const words = wording.edit

interface PreviewProps {
  draft: ItemDraft
  problems: readonly { path: string; problem: string }[]
  guide: GuidanceView | null
  answers: GuidanceAnswers
  onAnswers: (answers: GuidanceAnswers) => void
}

/** What residents would see of the draft, or what it still lacks. */
export function Preview({ draft, problems, guide, answers, onAnswers }: PreviewProps) {
  return (
    <>
      <Section title={problems.length > 0 ? words.problems(problems.length) : words.complete}>
        {problems.length > 0 && (
          <Card>
            <View className="stack">
              {problems.map(({ path, problem }) => (
                <Light key={`${path} ${problem}`} kind="soon" words={`${headingOf(path, draft)}：${problem}`} />
              ))}
            </View>
          </Card>
        )}
      </Section>
      <Section title={words.preview}>
        <Card>
          <View className="stack">
            {guide ? <Seen {...{ guide, answers, onAnswers }} /> : <View>{words.previewWait}</View>}
          </View>
        </Card>
      </Section>
    </>
  )
}

function Seen({ guide, answers, onAnswers }: Pick<PreviewProps, 'answers' | 'onAnswers'> & { guide: GuidanceView }) {
  const { outcome } = guide
  const toPrepare = outcome?.documents.filter((d) => d.form !== 'lookup') ?? []
  return (
    <>
      {guide.questions.map((q) => (
        <Choice
          key={q.key}
          label={q.question}
          options={q.options.map((o) => ({ value: o.value, words: o.label }))}
          value={q.answer ?? undefined}
          onChange={(value) => onAnswers({ ...answers, [q.key]: value })}
        />
      ))}
      {outcome && !outcome.eligible && (
        <View className="stack">
          <View className="t-display">{words.cannot}</View>
          <View>{outcome.why}</View>
          <View>{outcome.goTo}</View>
        </View>
      )}
      {outcome?.eligible && (
        <View className="stack">
          <View className="t-display">{outcome.visits === 0 ? words.noVisit : words.oneVisit}</View>
          <View>{outcome.visitWhy ?? outcome.resultWords}</View>
          <View className="t-note">{[words.limit(outcome.limit), outcome.fee.words].join(' · ')}</View>
          <View className="t-head">{words.prepare(toPrepare.length)}</View>
          {outcome.documents.map((d) => (
            <View key={d.key}>
              <View className="t-strong">{d.name}</View>
              <View className="t-note">
                {[documentForms[d.form], d.lookupFrom, d.note].filter(Boolean).join(' · ')}
              </View>
            </View>
          ))}
        </View>
      )}
    </>
  )
}
