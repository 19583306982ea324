import { View } from '@tarojs/components'
import { useState } from 'react'
import { AreaChoice } from '../../../components/area-choice'
import { Button } from '../../../components/button'
import { DayTime } from '../../../components/day-time'
import { Field } from '../../../components/field'
import { Sheet } from '../../../components/sheet'
import { Switch } from '../../../components/switch'
import { client } from '../../../platform/client'
import { say, wordsOf } from '../../../platform/say'
import { useForm } from '../../../platform/use-form'
import type { Branch } from '../shapes'
import { useWork } from '../use-work'
import { partyWording } from '../wording'
import { branchesWording as words } from './wording'

interface BranchFormProps {
  branch?: Branch | undefined
  onClose: () => void
  onDone: () => void
  onClosing: () => void
}

/** The community sets up a branch, or changes what it is called and who leads it. */
export function BranchForm({ branch, onClose, onDone, onClosing }: BranchFormProps) {
  const [form, change] = useForm({
    name: branch?.name ?? '',
    areaCode: branch?.areaCode ?? '',
    areaName: branch?.areaName ?? '',
    phone: '',
    committee: branch?.committee ?? false,
    groups: branch?.groups ?? false,
    foundedOn: branch?.foundedOn ?? '',
  })
  const [tried, setTried] = useState(false)
  const [busy, work] = useWork()
  const phone = form.phone.replace(/\s/g, '')
  const keeps = phone === '' && branch?.secretaryId
  const problems = {
    name: form.name.trim().length < 2 ? words.problems.name : '',
    area: form.areaCode === '' ? words.problems.area : '',
    phone: keeps || /^1\d{10}$/.test(phone) ? '' : words.problems.phone,
    founded: form.foundedOn === '' ? words.problems.founded : '',
  }
  const show = (problem: string) => (tried ? problem : '')
  const save = async () => {
    setTried(true)
    if (Object.values(problems).some(Boolean)) return
    const secretaryId = keeps ? branch.secretaryId : await findByPhone(phone)
    if (!secretaryId) return
    const { areaCode, committee, groups, foundedOn } = form
    const seen = branch ? { branchId: branch.branchId } : {}
    const saved = { ...seen, name: form.name.trim(), areaCode, secretaryId, committee, groups, foundedOn }
    if (!(await work(() => client.hub.saveBranch(saved), words.saved))) return
    onClose()
    onDone()
  }
  return (
    <Sheet open title={branch ? words.changeTitle : words.addTitle} onClose={onClose}>
      <View className="stack">
        <Field
          label={words.name}
          required
          most={40}
          placeholder={words.nameHint}
          value={form.name}
          problem={show(problems.name)}
          onChange={(name) => change({ name })}
        />
        <AreaChoice
          label={words.area}
          value={form.areaCode}
          name={form.areaName}
          problem={show(problems.area)}
          onChange={(areaCode, areaName) => change({ areaCode, areaName })}
        />
        <Field
          label={words.phone}
          type="tel"
          hint={branch?.secretaryName ? words.phoneKeep(branch.secretaryName) : words.find}
          value={form.phone}
          problem={show(problems.phone)}
          onChange={(typed) => change({ phone: typed })}
        />
        <Switch
          label={words.committee}
          hint={words.committeeHint}
          on={form.committee}
          onChange={(committee) => change({ committee })}
        />
        <Switch
          label={words.groups}
          hint={words.groupsHint}
          on={form.groups}
          onChange={(groups) => change({ groups })}
        />
        <DayTime
          label={words.founded}
          kind="date"
          value={form.foundedOn}
          from="1921-07-01"
          placeholder={partyWording.pick}
          problem={show(problems.founded)}
          onChange={(foundedOn) => change({ foundedOn })}
        />
        <Button block loading={busy} disabled={busy} onTap={() => void save()}>
          {words.save}
        </Button>
        {branch && (
          <Button look="quiet" block onTap={onClosing}>
            {words.close}
          </Button>
        )}
      </View>
    </Sheet>
  )
}

/** Whose number it is; says so when it is nobody's. */
async function findByPhone(phone: string): Promise<number | undefined> {
  try {
    const found = await client.people.findByPhone({ phone })
    const personId = found.ok ? found.value.person?.personId : undefined
    if (personId === undefined) say(words.noSuchPhone)
    return personId
  } catch (error) {
    say(wordsOf(error))
    return undefined
  }
}
