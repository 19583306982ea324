import { View } from '@tarojs/components'
import { Button } from '../../../components/button'
import { Heading } from '../../../components/heading'
import { Icon } from '../../../components/icon'
import { KeyName } from '../../../components/key-name'
import { roleOf } from '../../../components/spoken'
import { Tap } from '../../../components/tap'
import { useKeys } from '../../../platform/use-keys'
import type { Request } from '../shapes'
import { Reassign } from './reassign'
import type { RequestDesk } from './use-request'
import { scoreWords, whyNot, requestWording as words } from './wording'

interface ConsideredProps {
  request: Request
  desk: RequestDesk
  numbers: ReadonlyMap<number, number>
  keys: boolean
}

/** Who else was considered, once that is asked for; one of them may be chosen instead. */
export function ConsideredPeople({ request, desk, numbers, keys }: ConsideredProps) {
  const { considered, choice, busy } = desk
  const may = request.allowedActions.includes('choose')
  const look = considered ? undefined : () => void desk.consider()
  const letGo = choice ? () => void desk.pick(undefined) : undefined
  useKeys(keys && may ? { c: look, Escape: letGo } : {})
  if (!may) return null
  const first = request.asked[0] ?? considered?.find(({ neededFor }) => neededFor === null)
  return (
    <View className="help__considered">
      <Heading level={2} className="help__sub">
        {words.considered}
      </Heading>
      {!considered && (
        <View>
          <Button look="secondary" size="small" loading={busy} onTap={desk.consider}>
            {words.consider}
            {keys && <KeyName>C</KeyName>}
          </Button>
          <View className="t-hint">{words.considerNote}</View>
        </View>
      )}
      {considered?.length === 0 && <View className="t-note">{words.nobodyElse}</View>}
      {considered && considered.length > 0 && (
        <>
          <View className="help-people__head t-note" aria-hidden>
            <View className="help-people__name">{words.columns.name}</View>
            <View className="grow">{words.columns.why}</View>
            <View>{words.columns.score}</View>
          </View>
          <View {...roleOf('radiogroup')} aria-label={words.change}>
            {considered.map((one) => {
              const on = one.personId === choice?.personId
              const why = whyNot(one, one === first ? undefined : first, numbers)
              return (
                <Tap
                  key={one.personId}
                  role="radio"
                  chosen={on}
                  className={`help-people__one ${on ? 'help-people__one--on' : ''}`}
                  label={`${words.pick(one.name)}，${why}，${words.columns.score} ${scoreWords(one.score)}`}
                  onTap={() => void desk.pick(on ? undefined : one)}
                >
                  <View className="help-people__name">
                    {on && <Icon name="check" size={16} />}
                    {one.name}
                  </View>
                  <View className="grow">{why}</View>
                  <View className="help-people__score">{scoreWords(one.score)}</View>
                </Tap>
              )
            })}
          </View>
          <View className="help__quiet">
            <View className="t-strong">{words.note}</View>
            <View className="t-note">{words.noteWhy}</View>
          </View>
        </>
      )}
      {considered && considered.length > 0 && <Reassign request={request} desk={desk} keys={keys} />}
    </View>
  )
}
