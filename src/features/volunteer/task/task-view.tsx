import { View } from '@tarojs/components'
import { useState } from 'react'
import { declineReasons as allReasons, type declineReasons, type TaskDetail } from '../../../../types/volunteer'
import { Button } from '../../../components/button'
import { Card, Row } from '../../../components/card'
import { Choice } from '../../../components/choice'
import { Heading } from '../../../components/heading'
import { Icon } from '../../../components/icon'
import { Sheet } from '../../../components/sheet'
import { Shell } from '../../../components/shell'
import { roleOf } from '../../../components/spoken'
import { TimeSpan } from '../../../components/time-span'
import { client } from '../../../platform/client'
import { makePhoneCall } from '../../../platform/help-phone'
import { leadTo } from '../../../platform/position'
import { declineNames } from '../offer/wording'
import { HelpSteps } from '../request/steps'
import { type SayRefusal, stepRefusal } from '../request/wording'
import '../style.scss'
import { useStep } from '../../../platform/use-step'
import { TalkSheet } from '../talk-sheet'
import { kindNames } from '../wording'
import { taskHead, taskSteps } from './head'
import { useTask } from './use-task'
import { taskWording as words } from './wording'

type Reason = (typeof declineReasons)[number]

/** A task of mine: whose door, what he said, the way there, and the one step that is next. */
export function TaskView({ task, again }: { task: TaskDetail; again: () => Promise<void> }) {
  const { allowedActions: may, requesterName, address, areaName, helpRequestId, helpPhone, ownerName } = task
  const doing = useTask(task, again)
  const saying = useStep<SayRefusal>(stepRefusal, again)
  const [sheet, setSheet] = useState<'talk' | 'giveBack'>()
  const [reason, setReason] = useState<Reason>()
  const place = [areaName, address].filter(Boolean).join(' ')
  const next = may.includes('checkOut')
    ? { words: words.checkOut, name: 'checkOut', run: doing.checkOut }
    : may.includes('checkIn') && (task.setOutAt !== null || !may.includes('setOut'))
      ? { words: words.checkIn, name: 'checkIn', run: doing.checkIn }
      : may.includes('setOut')
        ? { words: words.setOut, name: 'setOut', run: doing.setOut }
        : undefined
  return (
    <Shell
      title={words.title}
      bar={
        next || may.includes('giveBack') ? (
          <>
            {may.includes('giveBack') && (
              <Button look="quiet" block={!next} onTap={() => setSheet('giveBack')}>
                {words.giveBack}
              </Button>
            )}
            {next && (
              <Button block loading={doing.busy === next.name} onTap={() => void next.run()}>
                {next.words}
              </Button>
            )}
          </>
        ) : undefined
      }
    >
      <View className="stack">
        <View>
          <Heading level={2} className="t-title">
            <View {...roleOf('status')}>{taskHead(task, new Date())}</View>
          </Heading>
          <View>
            {kindNames[task.kind]} · <TimeSpan {...task.span} />
          </View>
          {task.status !== 'cancelled' && <HelpSteps done={taskSteps(task)} />}
        </View>
        <Card>
          <View className="line">
            <View className="avatar" aria-hidden>
              {[...requesterName][0]}
            </View>
            <View className="grow">
              <View className="t-head">{requesterName}</View>
              <View className="t-note">{place}</View>
            </View>
          </View>
          {(task.words || task.dialects.length > 0) && (
            <View className="person__reach">
              {task.words && <View className="t-prewrap">{task.words}</View>}
              {task.dialects.length > 0 && <View className="t-note">{words.speaks(task.dialects.join('、'))}</View>}
            </View>
          )}
          {may.includes('say') && (
            <View className="stack person__reach">
              {task.status === 'assigned' && (
                <Button block look="secondary" icon="walk" onTap={() => leadTo(task, requesterName, place)}>
                  {words.lead}
                </Button>
              )}
              <View className="halves">
                <Button
                  block
                  look="secondary"
                  icon="phone"
                  loading={saying.busy === 'callBack'}
                  onTap={() =>
                    void saying.run(
                      'callBack',
                      () => client.volunteer.sayAboutHelp({ helpRequestId, callBack: true }),
                      words.callBackSent,
                    )
                  }
                >
                  {words.callBack}
                </Button>
                <Button block look="secondary" icon="chat" onTap={() => setSheet('talk')}>
                  {words.message}
                </Button>
              </View>
              <View className="t-note line-icon">
                <Icon name="lock" size={16} />
                {words.relay}
              </View>
            </View>
          )}
        </Card>
        <Card flush>
          {task.others.length > 0 && <Row icon="people" title={words.others(task.others.join('、'))} />}
          {helpPhone && (
            <Row
              icon="phone"
              title={ownerName ? words.owner(ownerName) : words.call(helpPhone)}
              note={ownerName ? words.call(helpPhone) : undefined}
              onTap={() => makePhoneCall(helpPhone)}
            />
          )}
          {may.includes('block') && <Row icon="leave" title={words.block} onTap={() => void doing.block()} />}
        </Card>
      </View>
      <TalkSheet
        open={sheet === 'talk'}
        helpRequestId={helpRequestId}
        messages={task.messages}
        may={may.includes('say')}
        onClose={() => setSheet(undefined)}
        onChanged={again}
      />
      <Sheet open={sheet === 'giveBack'} title={words.giveBack} onClose={() => setSheet(undefined)}>
        <View className="stack">
          <View>{words.giveBackNote}</View>
          <Choice<Reason>
            label={words.reason}
            options={allReasons.map((value) => ({ value, words: declineNames[value] }))}
            value={reason}
            onChange={(next) => setReason(next === reason ? undefined : next)}
          />
          <Button block loading={doing.busy === 'giveBack'} onTap={() => void doing.giveBack(reason)}>
            {words.giveBackYes}
          </Button>
        </View>
      </Sheet>
    </Shell>
  )
}
