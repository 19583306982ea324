import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import type { ActivityDetail } from '../../../../types/activity'
import { Card, Section } from '../../../components/card'
import { Tag } from '../../../components/tag'
import { Album } from '../album'
import { kindNames, wording } from '../wording'
import { Facts } from './facts'
import { Seats } from './seats'
import './style.scss'

interface ActivityViewProps {
  activity: ActivityDetail
  /** A preview, in which nothing can be tapped. */
  still?: boolean
}

/** An activity as a resident reads it, under its drawing. `children` stand between the title and the facts. */
export function ActivityView({ activity, still = false, children }: PropsWithChildren<ActivityViewProps>) {
  return (
    <View className="detail">
      <View className="line">
        <Tag>{kindNames[activity.kind]}</Tag>
        <View className="t-note">{wording.detail.host(activity.host)}</View>
      </View>
      <View className="t-title">{activity.title}</View>
      {children}
      <Facts activity={activity} still={still} />
      <Seats activity={activity} />
      {activity.body && (
        <Card>
          <View className="t-prewrap">{activity.body}</View>
        </Card>
      )}
      {activity.photos.length > 0 && (
        <Section title={wording.detail.album}>
          <Album photos={activity.photos} />
        </Section>
      )}
    </View>
  )
}
