import { View } from '@tarojs/components'
import { useEffect } from 'react'
import type { VolunteerProfile } from '../../../../types/volunteer'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Heading } from '../../../components/heading'
import { Shell } from '../../../components/shell'
import { roleOf } from '../../../components/spoken'
import { client } from '../../../platform/client'
import { go } from '../../../platform/routes'
import { useMe } from '../../../platform/session'
import { useAsk } from '../../../platform/use-ask'
import { useDraft } from '../../../platform/use-draft'
import { emptyProfile, fromProfile, type ProfileForm } from './form'
import { ProfileFormView } from './profile-form'
import { useSaveProfile } from './use-save'
import { useStart } from './use-start'
import { profileWording as words } from './wording'

interface EditProps {
  profile: VolunteerProfile | null
  onSaved: (profile: VolunteerProfile) => void
}

/** Becoming a volunteer, and changing what is said of one. Kept on this phone until it is handed in. */
export function EditProfile({ profile, onSaved }: EditProps) {
  const me = useMe()
  const first = profile ? fromProfile(profile) : { ...emptyProfile, ...known(me) }
  const [form, change, forget] = useDraft<ProfileForm>(profile ? 'volunteer/change' : 'volunteer/apply', first)
  const { start, failed, here } = useStart(form, change)
  const skills = useAsk(() => client.volunteer.skills({}), 'profile/skills')
  const { problems, refusal, sending, consented, save, prepare } = useSaveProfile((saved) => {
    forget()
    onSaved(saved)
  })
  useEffect(() => {
    void prepare()
  }, [prepare])
  const applies = !profile || profile.status === 'left'
  return (
    <Shell
      title={words.title}
      bar={
        <Button block loading={sending} onTap={() => void save(form, start, applies)}>
          {applies ? (consented ? words.submit : words.agree) : words.save}
        </Button>
      }
    >
      <View className="stack">
        {applies && (
          <View>
            <Heading level={2} className="t-title">
              {words.lead}
            </Heading>
            <View className="t-note">{words.leadNote}</View>
          </View>
        )}
        <ProfileFormView
          form={form}
          problems={problems}
          catalogue={skills.asked.state === 'ready' ? skills.asked.value.rows : []}
          startFailed={failed}
          onChange={change}
          onHere={() => void here()}
        />
        {!consented && (
          <Card>
            <View className="t-strong">{words.consent}</View>
            <View className="t-note">{words.consentBody}</View>
            <Button look="quiet" size="small" icon="shield" onTap={() => go('privacy')}>
              {words.read}
            </Button>
          </Card>
        )}
        {refusal && (
          <View className="t-late" {...roleOf('alert')}>
            {refusal}
          </View>
        )}
        {applies && <View className="t-note">{words.promise}</View>}
      </View>
    </Shell>
  )
}

/** What need not be asked for. */
function known(me: ReturnType<typeof useMe>): Partial<ProfileForm> {
  return me?.community ? { areaCode: me.community.areaCode, areaName: me.community.name } : {}
}
