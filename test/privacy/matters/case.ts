import { decide } from '../../factories/applications'
import { liuqiao, township } from '../../factories/areas'
import { itemOf } from '../../factories/services'
import { somebody } from '../../factories/volunteers'
import { marks } from '../marks'
import { type Matter, named, onDay, type Scene } from '../scene'
import { caseStages } from './case-stages'

const helperPhone = '13733330077'
const aWindow = { areaCode: township, name: '一号窗', department: '县市场监管局', place: '柳桥路 1 号', phone: '12345' }
const hours = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '08:30', until: '11:30', capacity: 5 }))

/** Applications of one resident at every stage: a draft, handed in, to be corrected, in review, refused, rated, under appeal, and one with a visit. */
export async function caseMatter(scene: Scene): Promise<Matter> {
  const { cloud, office, resident } = scene
  const { clerk, approver, colleague } = office
  const { anItem, handIn, inReview, photo, seen, taken, typed } = caseStages(scene)
  const { windowId } = await cloud.ask(office.admin, 'application.saveWindow', { ...aWindow, hours })
  const applicationId = await taken({ delivery: 'post' })
  await cloud.ask(resident, 'application.say', { applicationId, words: marks.caseWords })
  const helper = await named(cloud, await somebody(cloud), '帮办人', helperPhone)
  await cloud.ask(resident, 'application.nameHelper', { applicationId, phone: helperPhone, agreed: true })

  const toCorrect = await taken()
  const lines = [{ key: 'plan', what: '看不清楚', how: '重新拍一张' }]
  const corrected = await taken()
  await cloud.ask(clerk, 'application.requestCorrection', { ...(await seen(corrected)), lines })
  const later = await taken({ later: true })
  const supplied = await taken({ later: true })
  await cloud.ask(clerk, 'application.acceptConditionally', await seen(supplied))
  const review = { applicationId: await inReview() }
  const extending = await inReview()
  await cloud.ask(clerk, 'application.requestExtension', { ...(await seen(extending)), days: 5, reason: '要去现场看' })
  const reviews = [{ key: 'fire', department: '县消防大队' }]
  const parallel = await inReview({ itemCode: await anItem(reviews) })
  const asked = await inReview({ itemCode: await anItem(reviews) })
  await cloud.ask(approver, 'application.askDepartments', await seen(asked))
  const approved = await inReview({ delivery: 'post' })
  const yes = { ...(await seen(approved)), outcome: 'approved' as const, reason: '' }
  await cloud.ask(approver, 'application.decide', yes)

  const refused = async () => {
    const id = await handIn()
    await decide(cloud, office, id, 'refused')
    return id
  }
  const [delivered, rated, appealed] = [await refused(), await refused(), await refused()]
  await cloud.ask(resident, 'application.rate', { applicationId: rated, level: 1, words: marks.ratingWords })
  await cloud.ask(resident, 'application.appeal', { applicationId: appealed, words: marks.caseAppealWords })
  const [appeal] = (await cloud.ask(office.supervisor, 'application.appeals', {})).rows
  const [callBack] = await cloud.sql<{ id: number }[]>`select id from rating_call_backs`
  const { letters } = await cloud.ask(resident, 'application.detail', { applicationId: delivered })

  // The last day offered: whatever the hour is now, nothing of it is too near to be called off.
  const toVisit = async () => {
    const to = { applicationId: await handIn({ gas: 'yes' }) }
    const { days } = await cloud.ask(resident, 'application.slots', to)
    return { ...to, startsAt: days.at(-1)?.slots[0]?.startsAt as Date }
  }
  const [slot, toCancel, toCheckIn] = [await toVisit(), await toVisit(), await toVisit()]
  const { appointmentId } = await cloud.ask(resident, 'application.bookVisit', toCancel)
  const comes = await cloud.ask(resident, 'application.bookVisit', toCheckIn)
  // Its day has come, be it a Sunday.
  await cloud.sql`
    with today as (
      insert into service_window_slots (window_id, starts_at, taken, capacity)
      values (${windowId}, date_trunc('minute', now()), 1, 5) returning starts_at
    )
    update appointments a set starts_at = t.starts_at from today t where a.id = ${comes.appointmentId}`
  const [itemCode, newItem] = [await anItem(), await anItem()]
  const draft = await cloud.ask(resident, 'application.saveDraft', { itemCode, form: typed })
  const unpublished = await cloud.ask(office.admin, 'catalogue.saveItem', { code: 'NEW-2', draft: itemOf() })
  const { base64 } = await cloud.ask(office.admin, 'catalogue.exportItems', { format: 'csv' })
  const letter = { letterId: letters.at(-1)?.letterId, code: letters.at(-1)?.checkCode }
  const whole = {
    form: typed,
    answers: { size: 'small', gas: 'no' },
    documents: [await photo('health'), await photo('plan')],
  }
  const result = { applicationId: delivered }
  return {
    readers: { helper },
    real: { applicationId, windowId, appointmentId, itemId: 1, documents: [await photo('plan')] },
    given: {
      'application.letter': letter,
      'application.checkLetter': letter,
      'application.saveDraft': { itemCode, form: typed },
      'application.submit': { itemCode: newItem, itemVersion: 1, ...whole },
      'application.discardDraft': { applicationId: draft.applicationId },
      'application.correct': { applicationId: corrected },
      'application.supply': { applicationId: supplied, documents: [await photo('health')] },
      'application.nameHelper': { ...review, phone: helperPhone },
      'application.handOver': { applicationId: supplied, toPersonId: colleague.personId },
      'application.recordAbsence': { from: onDay(3), until: onDay(4), coverPersonId: colleague.personId },
      'application.requestCorrection': { applicationId: toCorrect, lines },
      'application.acceptConditionally': { applicationId: later },
      'application.suspend': { applicationId: parallel },
      'application.resume': { applicationId: parallel },
      'application.requestExtension': { ...review, days: 5 },
      'application.decideExtension': { applicationId: extending },
      'application.askDepartments': { applicationId: parallel },
      'application.giveOpinion': { applicationId: asked, key: 'fire' },
      'application.decide': { ...review, outcome: 'refused', reason: '店面在居民楼内，按规定不能开' },
      'application.deliver': { applicationId: approved, trackingNumber: 'SF1234567' },
      'application.rate': { ...result, level: 1 },
      'application.appeal': result,
      'application.slots': slot,
      'application.bookVisit': slot,
      'application.appointments': { day: onDay(0) },
      'application.checkInVisit': { code: comes.code },
      'application.callBack': { callBackId: callBack?.id },
      'application.answerAppeal': { appealId: appeal?.appealId },
      'application.saveWindow': { ...aWindow, areaCode: liuqiao, name: '二号窗', hours },
      'catalogue.item': { code: itemCode },
      'catalogue.guide': { code: itemCode },
      'catalogue.saveItem': { code: 'NEW-1', draft: itemOf() },
      'catalogue.publishItem': unpublished,
      'catalogue.preview': { draft: itemOf() },
      'catalogue.importItems': { format: 'csv', base64 },
    },
    also: {
      'application.case': [extending, delivered, rated, appealed].map((id) => ({ applicationId: id })),
      'application.revealPhone': [review],
      'application.detail': [review],
    },
  }
}
