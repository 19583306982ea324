import { View } from '@tarojs/components'
import type { ComingPerson } from '../../../../types/volunteer'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Heading } from '../../../components/heading'
import { Icon } from '../../../components/icon'
import { type Names, sayReasons } from '../reasons'
import { ReasonsList } from '../reasons-list'
import '../style.scss'
import { type Request, requestWording as words } from './wording'

interface PersonProps {
  person: ComingPerson
  canSay: boolean
  busy: string
  onCallBack: () => void
  onTalk: () => void
}

/** Who comes, and how to reach him without a number. */
export function PersonCard({ person, canSay, busy, onCallBack, onTalk }: PersonProps) {
  const { name, teamName, homeAreaName } = person
  return (
    <Card>
      <View className="line">
        <View className="avatar" aria-hidden>
          {[...name][0]}
        </View>
        <View className="grow">
          <View className="t-head">{name}</View>
          <View className="t-note">
            {[teamName, homeAreaName && words.from(homeAreaName)].filter(Boolean).join(' · ')}
          </View>
        </View>
      </View>
      {canSay && (
        <View className="stack person__reach">
          <View className="halves">
            <Button block icon="phone" loading={busy === 'callBack'} onTap={onCallBack}>
              {words.callBack}
            </Button>
            <Button block look="secondary" icon="chat" onTap={onTalk}>
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
  )
}

/** Why he comes: the reasons of the match, or what staff said. */
export function WhyCard({ request, person, names }: { request: Request; person: ComingPerson; names: Names }) {
  const said = person.why
    ? [{ key: 'staff', strong: words.staffSay, rest: `：${person.why}` }]
    : sayReasons(person.reasons, names, 'requester', {
        homeAreaName: person.homeAreaName,
        mustDialect: request.wishes.dialect === 'must',
        mustHome: request.wishes.homeCounty === 'must',
      })
  if (said.length === 0) return null
  return (
    <Card>
      <Heading level={2} className="t-head">
        {request.comingPeople.length > 1 ? words.whyOne(person.name) : words.why}
      </Heading>
      <ReasonsList said={said} />
    </Card>
  )
}
