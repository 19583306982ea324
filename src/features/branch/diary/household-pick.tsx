import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { Button } from '../../../components/button'
import { Icon } from '../../../components/icon'
import { Sheet } from '../../../components/sheet'
import { roleOf } from '../../../components/spoken'
import { Failed, Skeleton } from '../../../components/states'
import { Tap } from '../../../components/tap'
import { mineWording } from '../mine/wording'
import { Reveal } from '../reveal'
import { wording } from '../wording'
import type { useHomes } from './use-homes'
import { writeWording as words } from './wording'
import './style.scss'

const homesId = 'visited-homes'

interface HouseholdPickProps {
  homes: ReturnType<typeof useHomes>
  values: readonly number[]
  problem: string
  /** It is the first mistake: the page goes there. */
  first: boolean
  onChange: (householdIds: number[]) => void
}

/** Which households were visited: no door and no name, until one is looked at for the visit. */
export function HouseholdPick({ homes, values, problem, first, onChange }: HouseholdPickProps) {
  const [open, setOpen] = useState<number>()
  useEffect(() => {
    if (first) Taro.pageScrollTo({ selector: `#${homesId}`, offsetTop: -80 }).catch(() => {}) // a page that is left does not scroll
  }, [first])
  const { list, rows, old } = homes
  const { state } = list
  const turn = (householdId: number) =>
    onChange(values.includes(householdId) ? values.filter((one) => one !== householdId) : [...values, householdId])
  return (
    <View id={homesId} className="field" {...roleOf('group')} aria-label={words.which}>
      <View className="field__label">{words.which}</View>
      <View className="t-note">{words.whichNote}</View>
      {problem ? <View className="t-late">{problem}</View> : null}
      {state === 'loading' && rows.length === 0 && <Skeleton rows={4} />}
      {state === 'offline' && rows.length > 0 && <View className="t-note">{words.oldHomes}</View>}
      {(state === 'failed' || (state === 'offline' && rows.length === 0)) && (
        <Failed words={state === 'failed' ? list.words : wording.offline} onAgain={list.again} />
      )}
      {state === 'end' && rows.length === 0 && <View className="t-note">{words.noHouseholds}</View>}
      <View className="visit-homes">
        {rows.map((row) => {
          const chosen = values.includes(row.householdId)
          return (
            <View key={row.householdId} className={`visit-home ${chosen ? 'visit-home--chosen' : ''}`}>
              <Tap
                role="checkbox"
                chosen={chosen}
                className="visit-home__words"
                label={`${words.home(row)}，${row.areaName}`}
                onTap={() => turn(row.householdId)}
              >
                <View className="visit-home__box">{chosen && <Icon name="check" size={20} />}</View>
                <View className="grow">
                  <View className="t-strong">{words.home(row)}</View>
                  <View className="t-note">{row.areaName}</View>
                </View>
              </Tap>
              {!old && (
                <Button look="quiet" size="small" onTap={() => setOpen(row.householdId)}>
                  {words.door}
                </Button>
              )}
            </View>
          )
        })}
      </View>
      {state === 'ready' && (
        <Button look="secondary" block onTap={() => void list.next()}>
          {words.more}
        </Button>
      )}
      <Sheet open={open !== undefined} title={mineWording.sheet} onClose={() => setOpen(undefined)}>
        {open !== undefined && <Reveal key={open} householdId={open} task="visit" />}
      </Sheet>
    </View>
  )
}
