import { View } from '@tarojs/components'
import { Button } from '../../../components/button'
import { Light } from '../../../components/light'
import { Failed, Skeleton } from '../../../components/states'
import { go } from '../../../platform/routes'
import { useNotice } from '../act/use-notice'
import { ActView } from '../act/view'
import type { Case } from '../shapes'
import { wording } from '../wording'
import { type CaseDesk, useCase } from './use-case'
import { CaseView } from './view'
import { alertWords, caseWording as words } from './wording'

interface DeskCaseProps {
  applicationId: number
  /** Beside one another, or one page each on a phone. */
  show: 'both' | 'case' | 'act'
  onMoved: () => void
}

/** A case with what can be done about it. */
export function DeskCase({ applicationId, show, onMoved }: DeskCaseProps) {
  const desk = useCase(applicationId, onMoved)
  const { asked } = desk
  if (asked.state === 'loading')
    return (
      <View className={show === 'both' ? 'staff-column staff-column--main' : ''}>
        <Skeleton rows={5} />
      </View>
    )
  if (asked.state !== 'ready') {
    const lost = asked.state === 'failed' ? (asked.notFound ? words.gone : asked.words) : wording.offline
    return <Failed words={lost} onAgain={desk.again} />
  }
  return <Ready key={applicationId} c={asked.value} desk={desk} show={show} onMoved={onMoved} />
}

function Ready({ c, desk, show, onMoved }: Omit<DeskCaseProps, 'applicationId'> & { c: Case; desk: CaseDesk }) {
  const notice = useNotice(c, desk)
  const numbers = new Map(notice.lines.map((line, n) => [line.key, n + 1]))
  if (show === 'both')
    return (
      <>
        <View className="staff-column staff-column--main">
          <CaseView c={c} desk={desk} numbers={numbers} onMoved={onMoved} />
        </View>
        <View className="staff-column staff-column--right desk-act">
          <ActView c={c} desk={desk} notice={notice} />
        </View>
      </>
    )
  return show === 'act' ? (
    <View className="stack">
      {desk.changed ? <CaseView c={c} desk={desk} numbers={numbers} onMoved={onMoved} /> : <Whose c={c} />}
      <ActView c={c} desk={desk} notice={notice} />
    </View>
  ) : (
    <View className="stack">
      <CaseView c={c} desk={desk} numbers={numbers} onMoved={onMoved} />
      <Button block onTap={() => go('deskAct', { applicationId: c.applicationId })}>
        {words.act}
      </Button>
    </View>
  )
}

/** Whose case this is and by when, on the page that shows nothing else of it. */
function Whose({ c }: { c: Case }) {
  const alert = alertWords(c, new Date())
  return (
    <View>
      <View className="t-title">{`${c.itemName} · ${c.applicantName}`}</View>
      <Light kind={c.clock.light} words={`${alert.strong}${alert.rest}`} />
    </View>
  )
}
