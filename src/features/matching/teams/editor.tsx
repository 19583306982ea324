import { View } from '@tarojs/components'
import { useState } from 'react'
import { type TeamKind, teamKinds } from '../../../../types/volunteer'
import { AreaChoice } from '../../../components/area-choice'
import { Button } from '../../../components/button'
import { Choice } from '../../../components/choice'
import { Field } from '../../../components/field'
import { client } from '../../../platform/client'
import { say, wordsOf } from '../../../platform/say'
import { useMe } from '../../../platform/session'
import { type Person, PersonPick } from '../people/pick'
import { refusalWords } from '../wording'
import { HomePick } from './home-pick'
import { teamKindNames, teamsWording as words } from './wording'

const kinds = teamKinds.map((value) => ({ value, words: teamKindNames[value] }))

/** Founds a team. */
export function TeamEditor({ onSaved }: { onSaved: () => void }) {
  const home = useMe()?.community
  const [kind, setKind] = useState<TeamKind>()
  const [name, setName] = useState('')
  const [area, setArea] = useState({ code: home?.areaCode ?? '', name: home?.name ?? '' })
  const [leader, setLeader] = useState<Person>()
  const [from, setFrom] = useState({ code: '', name: '' })
  const [about, setAbout] = useState('')
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const wrong = {
    kind: !kind,
    name: name.trim().length < 2,
    area: area.code === '',
    leader: !leader,
    home: kind === 'hometown' && from.code === '',
  }
  const problem = (field: keyof typeof wrong) => (tried && wrong[field] ? words.missing[field] : '')
  const { fields } = words

  const save = async () => {
    setTried(true)
    if (!kind || !leader || Object.values(wrong).some(Boolean)) return
    setBusy(true)
    try {
      const answer = await client.volunteer.createTeam({
        kind,
        areaCode: area.code,
        leaderId: leader.personId,
        name: name.trim(),
        about: about.trim(),
        ...(kind === 'hometown' ? { homeAreaCode: from.code } : {}),
      })
      say(answer.ok ? words.saved : refusalWords(answer.refusal))
      if (answer.ok) onSaved()
    } catch (error) {
      say(wordsOf(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <View className="stack">
      <Choice label={fields.kind} options={kinds} value={kind} problem={problem('kind')} onChange={setKind} />
      {kind === 'hometown' && (
        <HomePick
          name={from.name}
          problem={problem('home')}
          onChange={(code, chosen) => setFrom({ code, name: chosen })}
        />
      )}
      <Field label={fields.name} required most={20} problem={problem('name')} value={name} onChange={setName} />
      <AreaChoice
        label={fields.area}
        value={area.code}
        name={area.name}
        problem={problem('area')}
        onChange={(code, chosen) => setArea({ code, name: chosen })}
      />
      <PersonPick label={fields.leader} value={leader} problem={problem('leader')} onChange={setLeader} />
      <View className="t-hint">{fields.leaderNote}</View>
      <Field label={fields.about} type="textarea" most={300} value={about} onChange={setAbout} />
      <Button block loading={busy} onTap={save}>
        {words.save}
      </Button>
    </View>
  )
}
