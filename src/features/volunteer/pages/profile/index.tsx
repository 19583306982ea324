import { useState } from 'react'
import { client } from '../../../../platform/client'
import { refreshMe, useSignedIn } from '../../../../platform/session'
import { useAsk } from '../../../../platform/use-ask'
import { Gate } from '../../gate'
import { EditProfile } from '../../profile/edit-view'
import { Overview } from '../../profile/overview'
import { profileWording as words } from '../../profile/wording'

/** Becoming a volunteer, and being one. */
export default function ProfilePage() {
  const signedIn = useSignedIn()
  const [editing, setEditing] = useState(false)
  const { asked, again, put } = useAsk(() => client.volunteer.myProfile({}), `profile/${signedIn}`)
  if (asked.state !== 'ready')
    return (
      <Gate
        title={words.title}
        asked={asked}
        page="volunteerProfile"
        again={again}
        instead="home"
        insteadWords={words.title}
      />
    )
  const { profile } = asked.value
  if (!profile || editing)
    return (
      <EditProfile
        profile={profile}
        onSaved={(saved) => {
          put({ profile: saved })
          setEditing(false)
          void refreshMe()
        }}
      />
    )
  return <Overview profile={profile} again={again} onEdit={() => setEditing(true)} />
}
