import { View } from '@tarojs/components'
import { Card, Row, Section } from '../../../../components/card'
import { Heading } from '../../../../components/heading'
import { Shell } from '../../../../components/shell'
import { go } from '../../../../platform/routes'
import { ReasonsList } from '../../reasons-list'
import { whyWording as words } from '../../why-wording'

/** How people are found for each other, and how one can do without it (PIPL art. 24). */
export default function WhyPage() {
  return (
    <Shell title={words.title}>
      <View className="stack">
        <View>
          <Heading level={2} className="t-title">
            {words.answer}
          </Heading>
          <View>{words.answerNote}</View>
        </View>
        {words.parts.map(({ head, said }) => (
          <Card key={head}>
            <Heading level={2} className="t-head">
              {head}
            </Heading>
            <ReasonsList said={said} />
          </Card>
        ))}
      </View>
      <Section title={words.refuse}>
        <Card flush>
          <Row icon="person" title={words.asResident} note={words.asResidentNote} onTap={() => go('askHelp')} />
          <Row
            icon="heart"
            title={words.asVolunteer}
            note={words.asVolunteerNote}
            onTap={() => go('volunteerProfile')}
          />
        </Card>
      </Section>
    </Shell>
  )
}
