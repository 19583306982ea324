import { useState } from 'react'
import { Button } from '../../../components/button'
import { Sheet } from '../../../components/sheet'
import { client } from '../../../platform/client'
import { say, wordsOf } from '../../../platform/say'
import { type Person, PersonPick } from '../people/pick'
import type { Team } from '../shapes'
import { refusalWords } from '../wording'
import { teamsWording as words } from './wording'

interface HandOverProps {
  team: Team | undefined
  onClose: () => void
  onDone: () => void
}

/** Gives a team to another leader; both are told. */
export function HandOver({ team, onClose, onDone }: HandOverProps) {
  const [leader, setLeader] = useState<Person>()
  const [busy, setBusy] = useState(false)
  const save = async () => {
    if (!team || !leader) return
    setBusy(true)
    try {
      const answer = await client.volunteer.handOverTeam({ teamId: team.teamId, leaderId: leader.personId })
      say(answer.ok ? words.handedOver : refusalWords(answer.refusal))
      if (!answer.ok) return
      setLeader(undefined)
      onClose()
      onDone()
    } catch (error) {
      say(wordsOf(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Sheet open={team !== undefined} title={words.handOver} onClose={onClose}>
      <PersonPick label={words.fields.leader} value={leader} problem="" onChange={setLeader} />
      <Button block loading={busy} disabled={!leader} onTap={save}>
        {words.change}
      </Button>
    </Sheet>
  )
}
