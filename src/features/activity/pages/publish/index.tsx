import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { ActivityDetail } from '../../../../../types/activity'
import { Button } from '../../../../components/button'
import { Card } from '../../../../components/card'
import { Shell } from '../../../../components/shell'
import { roleOf } from '../../../../components/spoken'
import { go } from '../../../../platform/routes'
import { About } from '../../publish/about'
import { emptyForm, formOf, type PublishForm } from '../../publish/form'
import { Host } from '../../publish/host'
import { Open } from '../../publish/open'
import { firstMistake } from '../../publish/part'
import { type Problems, problemsOf } from '../../publish/problems'
import { Questions } from '../../publish/questions'
import { useKeptForm } from '../../publish/use-kept-form'
import { When } from '../../publish/when'
import { Where } from '../../publish/where'
import { Who } from '../../publish/who'
import { publishWording as words } from '../../publish/wording'
import { wording } from '../../wording'
import '../../publish/style.scss'

/** Proposing an activity, or changing one: writing it down. Handing it in comes after the preview. */
export default function PublishPage() {
  const { params } = useRouter()
  const activityId = params.activityId ? Number(params.activityId) : undefined
  return (
    <Open title={activityId ? words.editTitle : words.title} activityId={activityId}>
      {(me, activity) => (
        <Writing key={activity?.version ?? 0} activity={activity} first={activity ? formOf(activity) : emptyForm(me)} />
      )}
    </Open>
  )
}

function Writing({ activity, first }: { activity: ActivityDetail | null; first: PublishForm }) {
  const kept = useKeptForm(activity ? `${activity.activityId}/${activity.version}` : 'new', first)
  const [left, setLeft] = useState<readonly string[]>([])
  const [asked, setAsked] = useState(false)
  const [focus, setFocus] = useState('')
  const found = problemsOf(kept.form, new Date())
  const problems: Problems = { ...(asked ? found : only(found, left)), ...kept.problems }
  const count = Object.keys(problems).length

  const preview = () => {
    setAsked(true)
    const first = firstMistake(found)
    if (!first) return go('publishPreview', { activityId: activity?.activityId })
    setFocus(first.field)
    void Taro.pageScrollTo({ selector: `#part-${first.part}`, duration: 200 })
  }
  const part = {
    form: kept.form,
    problems,
    focus,
    change: (change: Partial<PublishForm>) => {
      setFocus('')
      kept.change(change)
    },
    leave: (field: string) => setLeft((before) => (before.includes(field) ? before : [...before, field])),
  }
  return (
    <Shell
      title={activity ? words.editTitle : words.title}
      bar={
        <Button block onTap={preview}>
          {words.preview}
        </Button>
      }
    >
      <View>
        {activity?.sentBackReason && (
          <Card>
            <View className="t-strong">{wording.managed.sentBack}</View>
            <View>{activity.sentBackReason}</View>
          </Card>
        )}
        {problems[''] && (
          <View className="t-late" {...roleOf('alert')}>
            {problems['']}
          </View>
        )}
        <About {...part} />
        <When {...part} activity={activity} />
        <Where {...part} />
        <Who {...part} />
        <Questions {...part} />
        <Host {...part} />
        <View className="publish__end">
          {asked && count > 0 && (
            <View className="t-late" {...roleOf('alert')}>
              {words.mistakes(count)}
            </View>
          )}
          {kept.savedAt && (
            <View className="t-hint" {...roleOf('status')}>
              {words.savedAt(kept.savedAt)}
            </View>
          )}
        </View>
      </View>
    </Shell>
  )
}

/** The mistakes of fields that were left already: nobody is told off before they have written. */
const only = (problems: Problems, fields: readonly string[]): Problems =>
  Object.fromEntries(Object.entries(problems).filter(([field]) => fields.includes(field)))
