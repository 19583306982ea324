import { View } from '@tarojs/components'
import { Icon } from '../../../components/icon'
import { roleOf } from '../../../components/spoken'
import { Failed, Skeleton } from '../../../components/states'
import { Tap } from '../../../components/tap'
import { client } from '../../../platform/client'
import { useAsk } from '../../../platform/use-ask'
import { wording } from '../wording'
import { handOverWording as words } from './wording'
import './style.scss'

interface ColleaguesProps {
  label: string
  /** The case that is handed over: colleagues of its area. */
  applicationId?: number | undefined
  value: number | undefined
  problem?: string
  onChange: (personId: number) => void
}

/** Colleagues with how much they have; whoever is away cannot be chosen. */
export function Colleagues({ label, applicationId, value, problem, onChange }: ColleaguesProps) {
  const { asked, again } = useAsk(() => client.application.colleagues({ applicationId }), `colleagues/${applicationId}`)
  if (asked.state === 'loading') return <Skeleton rows={3} />
  if (asked.state !== 'ready')
    return <Failed words={asked.state === 'failed' ? asked.words : wording.offline} onAgain={again} />
  const { rows } = asked.value
  return (
    <View className="colleagues" {...roleOf('radiogroup')} aria-label={label}>
      <View className="field__label">{label}</View>
      {rows.length === 0 && <View className="t-note">{words.nobody}</View>}
      {rows.map(({ personId, name, open, awayUntil }) => (
        <Tap
          key={personId}
          role="radio"
          chosen={personId === value}
          disabled={awayUntil !== null}
          className={`colleague ${personId === value ? 'colleague--on' : ''} ${awayUntil ? 'colleague--away' : ''}`}
          onTap={() => onChange(personId)}
        >
          <View className="grow t-strong">{name}</View>
          <View className="t-note">{awayUntil ? words.away(awayUntil) : words.load(open)}</View>
          {personId === value && <Icon name="check" size={20} />}
        </Tap>
      ))}
      {problem ? <View className="t-late">{problem}</View> : null}
    </View>
  )
}
