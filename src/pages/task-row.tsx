import { View } from '@tarojs/components'
import { Button } from '../components/button'
import { Card, Row } from '../components/card'
import { Light } from '../components/light'
import { canReadAloud, readAloud } from '../platform/read-aloud'
import type { Task } from './task'
import { wording } from './wording'

const words = wording.home

/** A task as one of several. */
export function TaskRow({ task }: { task: Task }) {
  return (
    <Row
      title={
        <>
          <Light {...task.light} />
          <View>{task.title}</View>
        </>
      }
      tail={
        task.pressing ? (
          <Button size="small" onTap={task.step.run}>
            {task.step.words}
          </Button>
        ) : undefined
      }
      onTap={task.pressing ? undefined : task.open}
    />
  )
}

/** The only task on the screen: large, read aloud on wish, with the one step as wide as the card. */
export function TaskCard({ task }: { task: Task }) {
  return (
    <Card>
      <View className="stack">
        <View className="between">
          <Light {...task.light} />
          {canReadAloud() && (
            <Button
              look="quiet"
              size="small"
              icon="sound"
              onTap={() => readAloud([task.light.words, task.title, task.note].filter(Boolean).join('。'))}
            >
              {words.listen}
            </Button>
          )}
        </View>
        <View className="t-title">{task.title}</View>
        {task.note && <View>{task.note}</View>}
        <Button block icon={task.step.icon} onTap={task.step.run}>
          {task.step.words}
        </Button>
      </View>
    </Card>
  )
}
