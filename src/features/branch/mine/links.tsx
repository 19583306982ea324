import { Card, Row, Section } from '../../../components/card'
import { go } from '../../../platform/routes'
import { mineWording as words } from './wording'

/** Where else a host has something to do. */
export function HostLinks() {
  return (
    <Section title={words.links}>
      <Card flush>
        <Row icon="edit" title={words.visits} note={words.visitsNote} onTap={() => go('branchVisits')} />
        <Row icon="clock" title={words.promises} note={words.promisesNote} onTap={() => go('branchPromises')} />
        <Row icon="leave" title={words.absence} note={words.absenceNote} onTap={() => go('branchAbsence')} />
      </Card>
    </Section>
  )
}
