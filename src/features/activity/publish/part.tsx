import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { Card, Section } from '../../../components/card'
import type { PublishForm } from './form'
import type { Problems } from './problems'
import { publishWording as words } from './wording'

export type PartName = keyof typeof words.parts

/** What every part of the form works on. */
export interface PartProps {
  form: PublishForm
  /** What to say at the fields now. */
  problems: Problems
  /** The field that gets the cursor: the first mistake. */
  focus: string
  change: (part: Partial<PublishForm>) => void
  /** A field was left: from now on its mistake may be said. */
  leave: (field: string) => void
}

/** One part of the form under its heading; `part-…` is where the page scrolls to. */
export function Part({ name, children }: PropsWithChildren<{ name: PartName }>) {
  return (
    <View id={`part-${name}`}>
      <Section title={words.parts[name]}>
        <Card>
          <View className="stack">{children}</View>
        </Card>
      </Section>
    </View>
  )
}

const fieldsOf: Readonly<Record<PartName, readonly string[]>> = {
  about: ['kind', 'title', 'body'],
  when: ['startsAt', 'endsAt', 'signUpClosesAt', 'cancelUntil'],
  where: ['areaCode', 'placeName', 'address', 'accessNote'],
  who: ['capacity', 'groups', 'maxParty'],
  questions: ['questions'],
  host: ['host', 'contactName', 'contactPhone'],
}

/** The first mistake from the top of the page: its part and its field. */
export function firstMistake(problems: Problems): { part: PartName; field: string } | undefined {
  for (const [part, fields] of Object.entries(fieldsOf)) {
    for (const name of fields) {
      const field = Object.keys(problems).find((path) => path === name || path.startsWith(`${name}.`))
      if (field !== undefined) return { part: part as PartName, field }
    }
  }
  return undefined
}
