import { useState } from 'react'
import { client } from '../../../../platform/client'
import { useAsk } from '../../../../platform/use-ask'
import { SignedIn, Waiting } from '../../gate'
import { EditSeeker } from '../../seeker/edit'
import { SeekerOverview } from '../../seeker/overview'
import { workWording as words } from '../../wording'

/** Looking for work: what I can and wish, and what was proposed to me. */
export default function SeekerPage() {
  return (
    <SignedIn title={words.seeker} page="workSeeker">
      <Seeker />
    </SignedIn>
  )
}

function Seeker() {
  const [editing, setEditing] = useState(false)
  const { asked, again } = useAsk(() => client.volunteer.myWorkProfile({}), 'work/profile')
  if (asked.state !== 'ready') return <Waiting title={words.seeker} asked={asked} again={again} />
  const { profile } = asked.value
  if (profile && !editing) return <SeekerOverview profile={profile} again={again} onEdit={() => setEditing(true)} />
  return (
    <EditSeeker
      profile={profile}
      onSaved={() => {
        void again().then(() => setEditing(false))
      }}
    />
  )
}
