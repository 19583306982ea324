import { View } from '@tarojs/components'
import type { activity, SignUpAction } from '../../../../types/activity'
import type { OutputOf } from '../../../../types/operation'
import { Button } from '../../../components/button'
import { Row } from '../../../components/card'
import { Light } from '../../../components/light'
import { client } from '../../../platform/client'
import { say, wordsOf } from '../../../platform/say'
import { signUpLight, wording } from '../wording'
import type { useCheckIns } from './use-check-ins'
import { runWording as words } from './wording'

type Person = OutputOf<(typeof activity)['roster']>['rows'][number]

interface RosterRowProps {
  row: Person
  record: ReturnType<typeof useCheckIns>['record']
  onChanged: () => void
}

/** One sign-up on the roster, with what the organiser may do about it now. */
export function RosterRow({ row, record, onChanged }: RosterRowProps) {
  const mark = async (action: 'in' | 'out' | 'undo') => {
    try {
      const result = await record({ type: 'list', signUpId: row.signUpId }, action)
      if (result && result.result !== 'recorded') say(words.results[result.result])
    } catch (error) {
      say(wordsOf(error))
    }
  }
  const decide = async (accept: boolean) => {
    try {
      await client.activity.decideSignUp({
        signUpId: row.signUpId,
        accept,
        ...(accept ? {} : { reason: words.rejectReason }),
      })
    } catch (error) {
      say(wordsOf(error))
    }
    onChanged()
  }
  const buttons: Partial<Record<SignUpAction, { words: string; look: 'secondary' | 'quiet'; run: () => void }>> = {
    checkIn: { words: words.checkIn, look: 'secondary', run: () => void mark('in') },
    checkOut: { words: words.checkOut, look: 'secondary', run: () => void mark('out') },
    undoCheckIn: { words: words.undo, look: 'quiet', run: () => void mark('undo') },
    approve: { words: words.approve, look: 'secondary', run: () => void decide(true) },
    reject: { words: words.reject, look: 'quiet', run: () => void decide(false) },
  }
  const facts = [
    wording.party(row.party),
    row.groupName,
    row.maskedPhone,
    row.code,
    ...Object.values(row.answers),
  ].filter((fact) => fact !== null && fact !== '')
  return (
    <Row
      title={row.personName}
      note={
        <View className="roster-row__facts">
          <View>{facts.join(' · ')}</View>
          <Light {...signUpLight(row, new Date())} />
        </View>
      }
      tail={
        <View className="line">
          {row.allowedActions.map((action) => {
            const button = buttons[action]
            return button ? (
              <Button
                key={action}
                size="small"
                look={button.look}
                label={`${row.personName} ${button.words}`}
                onTap={button.run}
              >
                {button.words}
              </Button>
            ) : null
          })}
        </View>
      }
    />
  )
}
