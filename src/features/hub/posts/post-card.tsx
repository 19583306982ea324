import { View } from '@tarojs/components'
import type { PostCard as Post } from '../../../../types/hub'
import { Card, Row } from '../../../components/card'
import { Dated } from '../../../components/dated'
import { Tag } from '../../../components/tag'
import { go } from '../../../platform/routes'
import { postsWording as words } from './wording'

/** One post: what for, where, and how to reach it. Who holds it is nobody's business. */
export function PostCard({
  post: { kind, name, areaName, place, duties, contactWay, hubId, hubName },
}: {
  post: Post
}) {
  return (
    <Card flush>
      <Row
        title={
          <View className="between">
            <View>{name}</View>
            <Tag>{words.kind[kind]}</Tag>
          </View>
        }
        note={
          <>
            <View>
              <Dated words={[areaName, place].join(' · ')} />
            </View>
            <View className="t-prewrap">{duties}</View>
          </>
        }
      />
      <Row icon="pin" title={words.how(contactWay)} />
      {hubId !== null && <Row icon="hub" title={words.hub(hubName ?? '')} onTap={() => go('hub', { hubId })} />}
    </Card>
  )
}
