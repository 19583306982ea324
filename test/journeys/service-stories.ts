import { submit } from '../factories/applications'
import { document } from '../factories/services'
import { photo } from '../files/pictures'
import type { Neighbourhood } from './neighbourhood'

/** What people do with 最多跑一次, told once for every kind of phone. */
export function tellServiceStories(place: () => Neighbourhood): void {
  afterEach(() => place().endOfStory())

  const lookup = document('household', '户口信息', { form: 'lookup', lookupFrom: '公安' })

  it('who need not come learns it first, hands in from home without a network, corrects once, and gets the letter', async () => {
    const { cloud, clerk, applicant } = place()
    const code = await clerk.opensService({
      name: '早餐店登记',
      documents: [document('plan', '店面平面图', {}), lookup],
    })
    const zhou = await applicant('周正')
    await zhou.signsIn()
    await zhou.opensGuide(code)
    await zhou.answersGuide({ '店面多大？': '50 平方米以下', '用明火吗？': '不用' })
    await zhou.sees('您不用跑')
    await zhou.startsForm()
    await zhou.fillsIn('店名', '周记小面馆')
    await zhou.handsInPhoto(await photo())
    await zhou.choosesDelivery('手机上看')
    await zhou.phone.settle()
    await zhou.phone.offline(true)
    await zhou.submits()
    await zhou.isTold('已保存，联网后自动提交')
    await zhou.phone.offline(false)
    await zhou.isTold('交上去了')
    const made = await cloud.sql<{ id: number; status: string }[]>`
      select a.id, a.status from applications a join service_items i on i.id = a.item_id where i.code = ${code}`
    expect(made).toMatchObject([{ status: 'submitted' }])
    const applicationId = Number(made[0]?.id)

    await clerk.asksToCorrect(applicationId, [{ name: '店面平面图', what: '图上没有后门', how: '把后门画上再拍一张' }])
    await zhou.readsInTheInbox('早餐店登记')
    await zhou.opensCase(applicationId)
    await zhou.sees('图上没有后门')
    await zhou.correctsWithPhoto(await photo({ width: 800 }))

    await clerk.accepts(applicationId, ['店面平面图'])
    await clerk.approves(applicationId)
    await zhou.opensCase(applicationId)
    await zhou.sees('办好了')
    expect(await zhou.receivesLetter('决定书')).toMatch(/\.pdf$/)
    await zhou.ratesService('非常满意', '没跑一趟就办好了')
    const me = await cloud.signIn('demo-zhou', { consent: false })
    const seen = await cloud.ask(me, 'application.detail', { applicationId })
    expect(seen).toMatchObject({ status: 'rated', visits: 0, rating: { level: 5, words: '没跑一趟就办好了' } })
    expect(seen.notices).toHaveLength(1)
  })

  it('who has to come learns it first, books one time, shows the code, and has come once', async () => {
    const { cloud, clerk, applicant, waitUntil } = place()
    const contract = document('gas', '燃气合同', { form: 'original', when: [{ answer: 'gas', oneOf: ['yes'] }] })
    const code = await clerk.opensService({ documents: [contract, lookup] })
    await clerk.opensWindow('柳桥便民服务中心 2 号窗')
    const li = await applicant('李奶奶')
    await li.signsIn()
    await li.opensGuide(code)
    await li.answersGuide({ '店面多大？': '50 平方米以下', '用明火吗？': '用' })
    await li.sees('跑一次就行')
    await li.sees('要当面核对燃气合同')
    await li.startsForm()
    await li.fillsIn('店名', '李家小吃')
    await li.choosesDelivery('手机上看')
    await li.submits()
    await li.isTold('交上去了')
    await li.booksVisit('11:00')

    const me = await cloud.signIn('demo-li', { consent: false })
    const [made] = (await cloud.ask(me, 'application.mine', { when: 'underWay' })).rows
    const applicationId = Number(made?.applicationId)
    const { appointment } = await cloud.ask(me, 'application.detail', { applicationId })
    if (!appointment) throw new Error('nothing is booked')
    await li.sees(appointment.code)
    await waitUntil(appointment.startsAt)
    expect(await clerk.checksIn(appointment.code)).toMatchObject({ applicationId, visits: 1 })
    await li.opensCase(applicationId)
    await li.sees('已经来过了，不用再跑')
  })

  it('who waits too long sees that it is late, and who it went up to', async () => {
    const { cloud, clerk, office, applicant, waitUntil } = place()
    const code = await clerk.opensService({ name: '晚餐店登记', promisedLimit: 3 })
    const me = await cloud.signIn('demo-zhou', { consent: false })
    const { applicationId } = await submit(cloud, me, code)
    await clerk.accepts(applicationId)
    const { clock } = await cloud.ask(me, 'application.detail', { applicationId })
    if (!clock.deadlineAt) throw new Error('no clock runs')
    await waitUntil(new Date(clock.deadlineAt.getTime() + 60_000))
    const { ownerName } = await cloud.ask(me, 'application.detail', { applicationId })
    const { rows } = await cloud.ask(office.approver, 'inbox.list', {})
    expect(rows[0]).toMatchObject({ kind: 'caseOverdue', facts: { applicationId } })

    const zhou = await applicant('周正')
    await zhou.signsIn()
    await zhou.opensCase(applicationId)
    await zhou.sees('逾期了')
    await zhou.sees('已经往上报了')
    await zhou.sees('逾期，报审批人')
    await zhou.sees(`${ownerName}负责`)
    await zhou.sees('已经报给审批人赵明')
  })
}
