import { Button } from '../../components/button'
import { Card, Row } from '../../components/card'
import { makePhoneCall } from '../../platform/help-phone'
import { mediationWording as words } from './wording'

/** Whoever is in danger calls 110: on every page of a dispute, before anything else. */
export function Alarm() {
  return (
    <Card flush>
      <Row
        title={words.alarm}
        note={words.alarmNote}
        tail={
          <Button
            look="secondary"
            size="small"
            icon="phone"
            label={words.call}
            onTap={() => makePhoneCall(words.number)}
          >
            {words.number}
          </Button>
        }
      />
    </Card>
  )
}
