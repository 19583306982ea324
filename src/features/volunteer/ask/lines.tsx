import { View } from '@tarojs/components'
import { useState } from 'react'
import { helpKindNeeds } from '../../../../types/volunteer'
import { Button } from '../../../components/button'
import { Card, Row } from '../../../components/card'
import { Field } from '../../../components/field'
import { Sheet } from '../../../components/sheet'
import { Switch } from '../../../components/switch'
import { useMe } from '../../../platform/session'
import type { AskForm } from './form'
import type { PartProps } from './part'
import { Where } from './where'
import { Whom } from './whom'
import { Wishes } from './wishes'
import { askWording as words } from './wording'

const lines = ['whom', 'where', 'words', 'wish', 'how'] as const
type Line = (typeof lines)[number]
const icons = { whom: 'person', where: 'pin', words: 'chat', wish: 'heart', how: 'people' } as const

/** Everything that has a sensible default: one line each, which says what counts and can be opened. */
export function Lines({ form, onChange }: PartProps) {
  const [open, setOpen] = useState<Line>()
  const home = useMe()?.community?.name
  const said: Record<Line, string> = {
    whom: form.personName || words.me,
    where: [form.areaName || home || words.whereNone, form.address || (form.here ? words.hereIs : '')]
      .filter(Boolean)
      .join('，'),
    words: form.words.trim() || words.wordsNone,
    wish: wishWords(form) || words.wishNone,
    how: form.manual ? words.manualSays : words.howAutomatic,
  }
  const close = () => setOpen(undefined)
  return (
    <>
      <Card flush>
        {lines.map((line) => (
          <Row key={line} icon={icons[line]} title={words[line]} note={said[line]} onTap={() => setOpen(line)} />
        ))}
      </Card>
      <Sheet open={open !== undefined} title={open ? words[open] : ''} onClose={close}>
        <View className="stack">
          {open === 'whom' && <Whom form={form} onChange={onChange} />}
          {open === 'where' && <Where form={form} onChange={onChange} />}
          {open === 'words' && (
            <Field
              label={words.words}
              type="textarea"
              most={500}
              hint={words.wordsHint}
              placeholder={words.wordsPlaceholder}
              value={form.words}
              onChange={(text) => onChange({ words: text })}
            />
          )}
          {open === 'wish' && <Wishes form={form} onChange={onChange} />}
          {open === 'how' && (
            <Switch
              label={words.manual}
              hint={words.manualHint}
              on={form.manual}
              onChange={(manual) => onChange({ manual })}
            />
          )}
          <Button block onTap={close}>
            {words.done}
          </Button>
        </View>
      </Sheet>
    </>
  )
}

/** The wishes in one line. */
export function wishWords(form: AskForm): string {
  const needed = form.kind === '' ? 1 : helpKindNeeds[form.kind].people
  const said: string[] = []
  if (form.people > 0 && form.people !== needed) said.push(words.peopleOf(form.people))
  if (form.dialect) said.push(words.wishes.dialect(form.dialectName, form.dialectWish === 'must'))
  if (form.homeWish) said.push(words.wishes.homeCounty(form.homeWish === 'must'))
  if (form.sex) said.push(words.wishes.sex(words.sexes[form.sex], form.sexWish === 'must'))
  return said.join('，')
}
