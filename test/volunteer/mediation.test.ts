import fc from 'fast-check'
import type { TestPerson } from '../cloud'
import { grid, liuqiao } from '../factories/areas'
import { agreedDispute, askToMediate, invite, mediatedDispute, mediator } from '../factories/disputes'
import { type Neighbourhood, neighbour, offersOf, openNeighbourhood, theOffer } from '../factories/help'

let n: Neighbourhood
beforeEach(async () => {
  n = await openNeighbourhood()
})
afterEach(() => n.stop())

const look = (as: TestPerson, helpRequestId: number) => n.cloud.ask(as, 'volunteer.mediation', { helpRequestId })
const kinds = async (as: TestPerson) => (await n.cloud.ask(as, 'inbox.list', {})).rows.map((row) => row.kind)
const refused = async (as: TestPerson, name: string, input: object) =>
  (await n.cloud.send(as, `volunteer.${name}`, input)).body.result?.refusal

describe('nobody is asked before both sides agreed', () => {
  it('not by the engine, the clock, the pool or by hand', async () => {
    const chen = await mediator(n, '陈国华')
    const li = await neighbour(n)
    const asked = await askToMediate(n, li)
    expect(asked).toMatchObject({ status: 'open', asked: 0, ownerName: '刘敏' })
    const { helpRequestId } = asked
    await n.run('seekHelp', { helpRequestId })
    await n.run('rematchPool')
    await n.cloud.ask(li, 'volunteer.changeRequest', { helpRequestId, wishes: {} })
    await n.seekNow()
    expect(
      await refused(n.gridWorker, 'choose', { helpRequestId, personId: chen.personId, reason: '他有经验' }),
    ).toEqual({
      reason: 'wrongStatus',
      status: 'open',
    })
    expect(await offersOf(n, chen)).toEqual([])
    expect(await look(li, helpRequestId)).toMatchObject({ status: 'open', allowedActions: ['invite', 'withdraw'] })
  })

  it('and the database refuses whoever tries', async () => {
    const chen = await mediator(n, '陈国华')
    const { helpRequestId } = await askToMediate(n, await neighbour(n))
    await expect(
      n.cloud.sql`
        insert into offers (request_id, person_id, span, score, reasons, sent_at, answer_by)
        values (${helpRequestId}, ${chen.personId}, tstzrange(now(), now() + interval '1 hour'), 1, '[]', now(), now())`,
    ).rejects.toThrow(/have to agree first/)
  })

  it('asks at once when the other side agrees, shows both the same, and keeps names until somebody comes', async () => {
    const chen = await mediator(n, '陈国华')
    const { li, zhao, helpRequestId } = await agreedDispute(n)
    const offer = await theOffer(n, chen)
    expect(JSON.stringify(offer)).not.toMatch(/李奶奶|赵师傅|挪桌子|302/)
    expect((await n.cloud.send(chen, 'volunteer.mediation', { helpRequestId })).status).toBe(404)
    const [asRequester, asOther] = [await look(li, helpRequestId), await look(zhao, helpRequestId)]
    const same = ({ myPart: _, ...rest }: typeof asOther) => rest
    expect(same(asOther)).toEqual(same(asRequester))
    expect(asOther).toMatchObject({
      status: 'offered',
      place: '社区调解室',
      asked: 1,
      sides: [
        { side: 'requester', name: '李奶奶' },
        { side: 'other', name: '赵师傅' },
      ],
    })
    // What one side said of it, and its door, are not the other's.
    expect(JSON.stringify(asOther)).not.toMatch(/挪桌子|302/)
    await n.cloud.ask(chen, 'volunteer.answerOffer', { offerId: offer.offerId, accept: true })
    expect((await look(chen, helpRequestId)).sides.map(({ name }) => name)).toEqual(['李奶奶', '赵师傅'])
    for (const side of [li, zhao]) expect(await kinds(side)).toContain('helpTaken')
    expect((await n.cloud.ask(zhao, 'volunteer.myMediations', {})).rows).toMatchObject([
      { helpRequestId, mySide: 'other', otherName: '李奶奶', agreedByBoth: true, settled: false },
    ])
  })

  it('waits for staff when the requester does not want the engine', async () => {
    const chen = await mediator(n, '陈国华')
    const { helpRequestId } = await agreedDispute(n, { automatic: false })
    expect(await offersOf(n, chen)).toEqual([])
    expect(await kinds(n.gridWorker)).toContain('helpToArrange')
    await n.cloud.ask(n.gridWorker, 'volunteer.choose', { helpRequestId, personId: chen.personId, reason: '他有经验' })
    expect(await offersOf(n, chen)).toHaveLength(1)
  })
})

describe('an invitation', () => {
  it('is good once, whoever of two uses it at the same moment', async () => {
    const li = await neighbour(n)
    const { helpRequestId } = await askToMediate(n, li)
    const code = await invite(n, li, helpRequestId)
    const others = await Promise.all(['赵师傅', '钱师傅', '孙师傅'].map((name) => neighbour(n, name)))
    const answers = await Promise.all(others.map((who) => n.cloud.send(who, 'volunteer.agreeToMediation', { code })))
    expect(answers.filter(({ body }) => body.result?.ok)).toHaveLength(1)
    expect(answers.flatMap(({ body }) => body.result?.refusal ?? [])).toEqual(
      Array(2).fill({ reason: 'noSuchInvitation' }),
    )
    expect((await look(li, helpRequestId)).sides).toHaveLength(2)
  })

  it('is read as people type, says who asks and not what about, and lies in the database as a hash only', async () => {
    const li = await neighbour(n)
    const zhao = await neighbour(n, '赵师傅')
    const { helpRequestId } = await askToMediate(n, li)
    const code = await invite(n, li, helpRequestId)
    const typed = `${code.slice(0, 4)}-${code.slice(4, 8)} ${code.slice(8).toLowerCase()}`
    const shown = await n.cloud.ask(zhao, 'volunteer.invitation', { code: typed })
    expect(shown).toMatchObject({ requesterName: '李奶奶', place: '社区调解室', areaName: '柳桥社区' })
    expect(JSON.stringify(shown)).not.toMatch(/挪桌子|302/)
    const [stored] = await n.cloud.sql`select row_to_json(i)::text as row from mediation_invitations i`
    expect(stored?.row).not.toContain(code)
  })

  it('ends after 48 hours, when a newer one is made and when it was declined', async () => {
    const li = await neighbour(n)
    const zhao = await neighbour(n, '赵师傅')
    const { helpRequestId } = await askToMediate(n, li, { windows: [inDays(6)] })
    const first = await invite(n, li, helpRequestId)
    const second = await invite(n, li, helpRequestId)
    expect(await refused(zhao, 'agreeToMediation', { code: first })).toEqual({ reason: 'noSuchInvitation' })
    await n.cloud.ask(zhao, 'volunteer.declineMediation', { code: second })
    expect(await kinds(li)).toContain('mediationDeclined')
    expect(await refused(zhao, 'agreeToMediation', { code: second })).toEqual({ reason: 'noSuchInvitation' })
    expect(await look(li, helpRequestId)).toMatchObject({ declined: true, invitationsLeft: 3 })
    const third = await invite(n, li, helpRequestId)
    n.pass(48)
    expect(await refused(zhao, 'agreeToMediation', { code: third })).toEqual({ reason: 'noSuchInvitation' })
    // Nobody answered: the requester hears of it, and it goes up.
    await n.run('sweepHelp')
    expect(await kinds(li)).toContain('mediationNoAnswer')
    expect(await kinds(n.admin)).toContain('helpToArrange')
    await invite(n, li, helpRequestId)
    await invite(n, li, helpRequestId)
    expect(await refused(li, 'openMediation', { helpRequestId, place: '社区' })).toEqual({
      reason: 'tooManyInvitations',
      most: 5,
    })
  })

  it('is not for the one who asked, nor for whoever asked for him; only he makes it', async () => {
    const li = await neighbour(n)
    const { helpRequestId } = await askToMediate(n, li)
    const code = await invite(n, li, helpRequestId)
    expect(await refused(li, 'agreeToMediation', { code })).toEqual({ reason: 'ownDispute' })
    const zhao = await neighbour(n, '赵师傅')
    for (const who of [zhao, n.gridWorker, n.admin])
      expect((await n.cloud.send(who, 'volunteer.openMediation', { helpRequestId, place: '社区' })).status).toBe(404)
    await n.cloud.ask(zhao, 'volunteer.agreeToMediation', { code })
    expect(await refused(li, 'openMediation', { helpRequestId, place: '社区' })).toEqual({ reason: 'otherAgreed' })
    expect(await refused(zhao, 'invitation', { code: 'AAAAAAAAAAAA' })).toEqual({ reason: 'noSuchInvitation' })
  })
})

describe('each side may leave at any time', () => {
  it('before it begins: nobody comes, everybody is told, the hours are free', async () => {
    const chen = await mediator(n, '陈国华')
    const { li, zhao, helpRequestId } = await agreedDispute(n)
    await n.cloud.ask(chen, 'volunteer.answerOffer', { offerId: (await theOffer(n, chen)).offerId, accept: true })
    expect(await n.cloud.ask(zhao, 'volunteer.withdrawConsent', { helpRequestId })).toMatchObject({
      status: 'cancelled',
      allowedActions: [],
    })
    expect(await kinds(li)).toContain('mediationEnded')
    expect(await kinds(chen)).toContain('helpCancelled')
    expect(await kinds(zhao)).not.toContain('mediationEnded')
    expect(await n.cloud.sql`select from offers where status in ('sent', 'accepted')`).toHaveLength(0)
  })

  it('while they talk: the mediator’s time counts until then', async () => {
    const { li, zhao, chen, helpRequestId } = await mediatedDispute(n)
    n.pass(0.5)
    await n.cloud.ask(li, 'volunteer.withdrawConsent', { helpRequestId })
    for (const who of [zhao, chen]) expect(await kinds(who)).toContain('mediationEnded')
    const rows = await n.cloud.sql`
      select extract(epoch from upper(served) - lower(served))::int / 60 as minutes from service_records where person_id = ${chen.personId}`
    expect(rows).toEqual([{ minutes: 30 }])
    expect(
      await refused(chen, 'saveMediationRecord', { helpRequestId, words: '双方各退一步，十点后不挪桌子', after: 0 }),
    ).toEqual({
      reason: 'wrongStatus',
      status: 'cancelled',
    })
  })

  it('the other side hears of it when the one who asked cancels, or deletes the account', async () => {
    const first = await agreedDispute(n)
    await n.cloud.ask(first.li, 'volunteer.cancelRequest', { helpRequestId: first.helpRequestId })
    expect(await kinds(first.zhao)).toContain('mediationEnded')
    const second = await agreedDispute(n)
    await n.cloud.ask(second.zhao, 'people.deleteMe', { confirm: '注销' })
    expect(await kinds(second.li)).toContain('mediationEnded')
    const seen = await look(second.li, second.helpRequestId)
    expect(seen.status).toBe('cancelled')
    expect(JSON.stringify(seen)).not.toContain('赵师傅')
    const third = await agreedDispute(n)
    await n.cloud.ask(third.li, 'people.deleteMe', { confirm: '注销' })
    expect(await kinds(third.zhao)).toContain('mediationEnded')
    expect(JSON.stringify(await look(third.zhao, third.helpRequestId))).not.toContain('李奶奶')
  })

  it('either side gets another mediator without a reason, and that one never again between these two', async () => {
    const [chen, luo] = [await mediator(n, '陈国华'), await mediator(n, '罗小梅', { lat: 30.52 })]
    const { zhao, helpRequestId } = await agreedDispute(n)
    await n.cloud.ask(chen, 'volunteer.answerOffer', { offerId: (await theOffer(n, chen)).offerId, accept: true })
    const [first] = (await look(zhao, helpRequestId)).mediators
    const { assignmentId } = first as { assignmentId: number }
    await n.cloud.ask(zhao, 'volunteer.changeMediator', { helpRequestId, assignmentId })
    await n.seekNow()
    expect(await offersOf(n, luo)).toHaveLength(1)
    expect(await offersOf(n, chen)).toEqual([])
    expect((await n.cloud.send(chen, 'volunteer.mediation', { helpRequestId })).status).toBe(404)
  })
})

describe('the record', () => {
  const words = '一、晚上十点以后不挪家具。二、赵师傅给桌脚装上毡垫。'

  it('is written by whoever mediated, and both confirm the same words', async () => {
    const { li, zhao, chen, helpRequestId } = await mediatedDispute(n)
    const saved = await n.cloud.ask(chen, 'volunteer.saveMediationRecord', { helpRequestId, words, after: 0 })
    expect(saved).toMatchObject({ records: [{ version: 1, words, confirmations: [] }], settled: false })
    await n.cloud.ask(li, 'volunteer.confirmRecord', { helpRequestId, version: 1 })
    // New words need both again.
    const better = `${words}三、两家互留电话。`
    await n.cloud.ask(chen, 'volunteer.saveMediationRecord', { helpRequestId, words: better, after: 1 })
    expect(await refused(zhao, 'confirmRecord', { helpRequestId, version: 1 })).toEqual({ reason: 'notTheNewest' })
    expect(await n.cloud.ask(zhao, 'volunteer.confirmRecord', { helpRequestId, version: 2 })).toMatchObject({
      settled: false,
    })
    expect(await refused(zhao, 'confirmRecord', { helpRequestId, version: 2 })).toEqual({ reason: 'alreadyConfirmed' })
    const done = await n.cloud.ask(li, 'volunteer.confirmRecord', { helpRequestId, version: 2 })
    expect(done).toMatchObject({ settled: true, records: [{ version: 2, words: better }, { version: 1 }] })
    for (const who of [li, zhao, chen]) expect(await kinds(who)).toContain('mediationSettled')
    // Settled is settled.
    expect(await refused(li, 'withdrawConsent', { helpRequestId })).toEqual({ reason: 'settled' })
    expect(await refused(chen, 'saveMediationRecord', { helpRequestId, words, after: 2 })).toEqual({
      reason: 'settled',
    })
  })

  it('both confirm at the same moment, and it is settled once', async () => {
    const { li, zhao, chen, helpRequestId } = await mediatedDispute(n)
    await n.cloud.ask(chen, 'volunteer.saveMediationRecord', { helpRequestId, words, after: 0 })
    await Promise.all(
      [li, zhao].map((who) => n.cloud.ask(who, 'volunteer.confirmRecord', { helpRequestId, version: 1 })),
    )
    expect(await look(chen, helpRequestId)).toMatchObject({ settled: true })
    expect((await kinds(chen)).filter((kind) => kind === 'mediationSettled')).toHaveLength(1)
  })

  it('is nobody else’s: not the staff’s, not a stranger’s, and unreadable where it lies', async () => {
    const { chen, helpRequestId } = await mediatedDispute(n)
    await n.cloud.ask(chen, 'volunteer.saveMediationRecord', { helpRequestId, words, after: 0 })
    for (const who of [await neighbour(n, '路人'), n.gridWorker, n.admin])
      for (const [name, input] of [
        ['mediation', {}],
        ['withdrawConsent', {}],
        ['confirmRecord', { version: 1 }],
        ['saveMediationRecord', { words, after: 1 }],
      ] as const)
        expect((await n.cloud.send(who, `volunteer.${name}`, { helpRequestId, ...input })).status).toBe(404)
    const board = await n.cloud.ask(n.gridWorker, 'volunteer.boardRequest', { helpRequestId })
    expect(JSON.stringify(board)).not.toMatch(/毡垫|赵师傅/)
    const [row] = await n.cloud.sql<{ cipher: Buffer }[]>`select words_cipher as cipher from mediation_records`
    expect(row?.cipher.toString('utf8')).not.toContain('毡垫')
  })

  it('is written after the mediator came, not before, and not over the words of another', async () => {
    const chen = await mediator(n, '陈国华')
    const { helpRequestId } = await agreedDispute(n)
    await n.cloud.ask(chen, 'volunteer.answerOffer', { offerId: (await theOffer(n, chen)).offerId, accept: true })
    const save = { helpRequestId, words, after: 0 }
    expect(await refused(chen, 'saveMediationRecord', save)).toEqual({ reason: 'notThereYet' })
    n.set(new Date('2026-12-01T09:30:00+08:00'))
    const [task] = (await n.cloud.ask(chen, 'volunteer.myTasks', {})).rows
    await n.cloud.ask(chen, 'volunteer.checkIn', { assignmentId: task?.assignmentId as number })
    await n.cloud.ask(chen, 'volunteer.saveMediationRecord', save)
    expect(await refused(chen, 'saveMediationRecord', save)).toEqual({ reason: 'changedMeanwhile' })
  })

  it('cannot be edited, nor confirmed by one side for the other: the database has the last word', async () => {
    const { li, chen, helpRequestId } = await mediatedDispute(n)
    await n.cloud.ask(chen, 'volunteer.saveMediationRecord', { helpRequestId, words, after: 0 })
    await expect(n.cloud.sql`update mediation_records set written_by = ${li.personId}`).rejects.toThrow(/never edited/)
    await n.cloud.ask(li, 'volunteer.confirmRecord', { helpRequestId, version: 1 })
    await expect(n.cloud.sql`update mediation_confirmations set side = 'other'`).rejects.toThrow(
      /only appended|append/i,
    )
  })
})

const inDays = (days: number) => {
  const from = new Date(n.now().getTime() + days * 86_400_000)
  return { from, until: new Date(from.getTime() + 2 * 3_600_000) }
}

describe('whoever mediates knows neither side', () => {
  /** What may tie a mediator to a side, each alone enough. */
  const ties = ['none', 'acquaintance', 'acquaintanceOf', 'family', 'familyOf', 'nextDoor', 'grid', 'self'] as const

  it('whatever ties there are: only those without any are ever asked', async () => {
    const sides = { li: await neighbour(n), zhao: await neighbour(n, '赵师傅') }
    const mediators: TestPerson[] = []
    for (const name of ['陈国华', '罗小梅', '杨帆帆']) mediators.push(await mediator(n, name))
    const tie = fc.record({ kind: fc.constantFrom(...ties), side: fc.constantFrom('li' as const, 'zhao' as const) })
    let asked = 0
    await fc.assert(
      fc.asyncProperty(fc.array(tie, { minLength: 3, maxLength: 3 }), async (tied) => {
        await n.cloud.sql`truncate help_requests, acquaintances, family_members cascade`
        await n.cloud.sql`update volunteers set base_lat = 30.516, base_lng = 120.512, area_code = ${liuqiao}`
        const others = { ...sides }
        for (const [i, { kind, side }] of tied.entries()) {
          const { personId: me } = mediators[i] as TestPerson
          const { personId: them } = sides[side]
          if (kind === 'acquaintance')
            await n.cloud.sql`insert into acquaintances (person_id, other_id) values (${me}, ${them})`
          if (kind === 'acquaintanceOf')
            await n.cloud.sql`insert into acquaintances (person_id, other_id) values (${them}, ${me})`
          if (kind === 'family')
            await n.cloud
              .sql`insert into family_members (helper_id, person_id, relation) values (${me}, ${them}, 'other')`
          if (kind === 'familyOf')
            await n.cloud
              .sql`insert into family_members (helper_id, person_id, relation) values (${them}, ${me}, 'other')`
          // Each side says where it lives: 1 km apart.
          if (kind === 'nextDoor')
            await n.cloud
              .sql`update volunteers set base_lat = ${side === 'li' ? 30.5131 : 30.5231}, base_lng = 120.5121 where person_id = ${me}`
          if (kind === 'grid' && side === 'li')
            await n.cloud.sql`update volunteers set area_code = ${grid} where person_id = ${me}`
          if (kind === 'self' && side === 'zhao') others.zhao = mediators[i] as TestPerson
        }
        const selves = tied.filter(({ kind, side }) => kind === 'self' && side === 'zhao').length
        const { helpRequestId } = await askToMediate(n, others.li, {
          areaCode: grid,
          lat: 30.513,
          lng: 120.512,
          windows: [inDays(1)],
        })
        const code = await invite(n, others.li, helpRequestId)
        await n.cloud.ask(others.zhao, 'volunteer.agreeToMediation', { code, lat: 30.523, lng: 120.512 })
        await n.seekNow()
        for (let round = 0; round < 4; round++) {
          for (const [i, who] of mediators.entries()) {
            const offers = await offersOf(n, who)
            const { kind, side } = tied[i] as (typeof tied)[number]
            const isSide = others.zhao === who
            // A tie to a side that is somebody else in this run is none.
            const free =
              !isSide &&
              (kind === 'none' ||
                kind === 'self' ||
                (kind === 'grid' && side === 'zhao') ||
                (selves > 0 && side === 'zhao' && kind !== 'nextDoor'))
            if (!free) expect({ tie: tied[i], offers }).toEqual({ tie: tied[i], offers: [] })
            asked += offers.length
            for (const { offerId } of offers)
              await n.cloud.ask(who, 'volunteer.answerOffer', { offerId, accept: false })
          }
          await n.seekNow()
          await n.run('rematchPool')
        }
      }),
      { numRuns: 25 },
    )
    // The runs are worth something: some were asked.
    expect(asked).toBeGreaterThan(5)
  })

  it('not by hand either, and the database refuses it', async () => {
    const chen = await mediator(n, '陈国华')
    const { zhao, helpRequestId } = await agreedDispute(n)
    await n.cloud.sql`insert into acquaintances (person_id, other_id) values (${zhao.personId}, ${chen.personId})`
    await n.cloud.ask(chen, 'volunteer.answerOffer', { offerId: (await theOffer(n, chen)).offerId, accept: false })
    expect(
      await refused(n.gridWorker, 'choose', { helpRequestId, personId: chen.personId, reason: '他有经验' }),
    ).toMatchObject({
      reason: 'notForThis',
    })
    await expect(
      n.cloud.sql`
        insert into offers (request_id, person_id, span, score, reasons, sent_at, answer_by)
        values (${helpRequestId}, ${chen.personId}, tstzrange(now(), now() + interval '1 hour'), 1, '[]', now(), now())`,
    ).rejects.toThrow(/knows neither/)
  })

  it('somebody who finds that he knows them gives it back and is not asked for them again', async () => {
    const chen = await mediator(n, '陈国华')
    const { zhao } = await agreedDispute(n)
    const { offerId } = await theOffer(n, chen)
    const { assignmentId } = await n.cloud.ask(chen, 'volunteer.answerOffer', { offerId, accept: true })
    await n.cloud.ask(chen, 'volunteer.giveBack', { assignmentId: assignmentId as number, reason: 'knowsParty' })
    const { helpRequestId } = await askToMediate(n, zhao, { windows: [inDays(3)] })
    const code = await invite(n, zhao, helpRequestId)
    await n.cloud.ask(await neighbour(n, '孙师傅'), 'volunteer.agreeToMediation', { code })
    await n.seekNow()
    expect(await offersOf(n, chen)).toEqual([])
    expect(await look(zhao, helpRequestId)).toMatchObject({ status: 'unmet' })
  })
})
