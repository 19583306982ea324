import { View } from '@tarojs/components'
import { AreaChoice } from '../../../../components/area-choice'
import { Button } from '../../../../components/button'
import { Card } from '../../../../components/card'
import { Choice } from '../../../../components/choice'
import { Field } from '../../../../components/field'
import { Shell } from '../../../../components/shell'
import { Empty } from '../../../../components/states'
import { Switch } from '../../../../components/switch'
import { go } from '../../../../platform/routes'
import { useMe, useSignedIn } from '../../../../platform/session'
import { useSend } from '../../use-send'
import { wording } from '../../wording'

const words = wording.send
const kinds = (['complaint', 'suggestion'] as const).map((value) => ({ value, words: wording.kinds[value] }))
const subjects = (['app', 'service', 'activity', 'people', 'other'] as const).map((value) => ({
  value,
  words: wording.subjects[value],
}))

/** A complaint or a suggestion: what, about what, in one's own words, with or without a name. */
export default function FeedbackSendPage() {
  const signedIn = useSignedIn()
  const me = useMe()
  const { form, set, problems, refusal, sending, submit } = useSend()
  if (!signedIn)
    return (
      <Shell title={words.title}>
        <Empty words={wording.list.needSignIn} step={wording.list.signIn} onStep={() => go('signIn')} />
      </Shell>
    )
  return (
    <Shell
      title={words.title}
      bar={
        <Button block loading={sending} onTap={submit}>
          {words.submit}
        </Button>
      }
    >
      <View className="stack">
        <View>
          <View className="t-display">{words.answer}</View>
          <View className="t-note">{words.how}</View>
        </View>
        <Card>
          <View className="stack">
            <Choice
              label={words.kind}
              options={kinds}
              value={form.kind}
              problem={problems.kind}
              onChange={(kind) => set({ kind })}
            />
            <Choice
              label={words.about}
              options={subjects}
              value={form.about}
              problem={problems.about}
              onChange={(about) => set({ about })}
            />
            {form.about === 'people' && <View className="t-note">{words.peopleNote}</View>}
            <Field
              label={words.words}
              required
              type="textarea"
              most={1000}
              placeholder={words.hint}
              value={form.words}
              problem={problems.words}
              onChange={(text) => set({ words: text })}
            />
            {me && (
              <AreaChoice
                label={words.where}
                value={form.areaCode || (me.community?.areaCode ?? '')}
                name={form.areaName || (me.community?.name ?? '')}
                problem={problems.areaCode ?? ''}
                onChange={(areaCode, areaName) => set({ areaCode, areaName })}
              />
            )}
            <Switch
              label={words.anonymous}
              hint={words.anonymousHint}
              on={form.anonymous}
              onChange={(anonymous) => set({ anonymous })}
            />
          </View>
        </Card>
        {refusal && <View className="t-late">{refusal}</View>}
      </View>
    </Shell>
  )
}
