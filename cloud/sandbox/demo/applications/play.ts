import type { PauseReason } from '../../../../types/application'
import type { FormValues } from '../../../../types/catalogue'
import type { Caller } from '../../../platform/operations'
import type { Chance } from '../random'
import { toFollow, toHandIn, type Wants, type Way } from './ways'

/** The steps of one case, each at its moment. What a step does goes through an operation, as everything does. */

export interface Step {
  at: Date
  /** Names the step within its case. */
  name: string
  take(stage: Stage): Promise<void>
}

/** Where a step is taken: whose case it is, who works on it, what has become of it. */
export interface Stage {
  applicant: Caller
  /** What the case has come to: its id, the code of its appointment. */
  facts: { applicationId: number; code?: string; appointmentId?: number }
  /** Calls an operation at the moment of the step; a refusal throws. */
  ask(who: Caller, name: string, input: object): Promise<Record<string, unknown>>
  /** Ids of the files uploaded for this. */
  files(key: string): number[]
  /** The case as it stands, for a step of the staff. */
  seen(): Promise<{ applicationId: number; version: number }>
  owner(): Promise<Caller>
  /** Who took the case in. */
  clerk(): Promise<Caller>
  /** Of the county: who answers for departments, and who watches. */
  department: Caller
  supervisor: Caller
  callBack(): Promise<{ owner: Caller; callBackId: number }>
  appealId(): Promise<number>
}

export interface Play {
  steps: Step[]
  /** What has to be uploaded before: by key, the name of the document. */
  uploads: { key: string; document: string }[]
}

export interface Setting {
  c: Chance
  way: Way
  wants: Wants
  form: FormValues
  address: string
}

const again = (key: string) => `${key}#2`

export function playOf({ c, way, wants, form, address }: Setting) {
  const play: Play = { steps: [], uploads: [] }
  const step = (at: Date, name: string, take: Step['take']) => void play.steps.push({ at, name, take })
  const byOwner = (at: Date, verb: string, more: object = {}) =>
    step(at, verb, async (s) => {
      await s.ask(await s.owner(), `application.${verb}`, { ...(await s.seen()), ...more })
    })
  const byApplicant = (at: Date, verb: string, more: object = {}) =>
    step(at, verb, async (s) => {
      await s.ask(s.applicant, `application.${verb}`, { applicationId: s.facts.applicationId, ...more })
    })
  const later = wants.deferrable
    ? toFollow(way)
        .slice(0, 1)
        .map((d) => d.key)
    : []
  const needed = toHandIn(way).filter((d) => !later.includes(d.key))
  const documents = (s: Stage) => [
    ...needed.map(({ key }) => ({ key, fileIds: s.files(key) })),
    ...later.map((key) => ({ key, fileIds: [], later: true })),
  ]
  const delivery = wants.delivery ?? 'electronic'
  const filledIn = {
    itemCode: way.code,
    answers: way.answers,
    delivery,
    ...(delivery === 'post' ? { postTo: address } : {}),
  }
  const wanting = (keys: readonly { key: string; name: string }[], name = (key: string) => key) =>
    play.uploads.push(...keys.map((d) => ({ key: name(d.key), document: d.name })))

  return {
    play,
    draft(at: Date) {
      const some = needed.slice(0, 1)
      wanting(some)
      step(at, 'saveDraft', async (s) => {
        const begun = Object.fromEntries(Object.entries(form).slice(0, 3))
        const { applicationId } = await s.ask(s.applicant, 'application.saveDraft', {
          ...filledIn,
          itemVersion: way.version,
          form: begun,
          documents: some.map(({ key }) => ({ key, fileIds: s.files(key) })),
        })
        s.facts.applicationId = Number(applicationId)
      })
    },
    submit(at: Date) {
      wanting(needed)
      step(at, 'submit', async (s) => {
        const { applicationId } = await s.ask(s.applicant, 'application.submit', {
          ...filledIn,
          itemVersion: way.version,
          form,
          documents: documents(s),
        })
        s.facts.applicationId = Number(applicationId)
      })
    },
    requestCorrection(at: Date) {
      const lines = needed.slice(0, 2).map(({ key, name }, n) => ({
        key,
        what: n === 0 ? `${name}太暗，看不清上面的字` : `${name}缺了一角，章看不全`,
        how: n === 0 ? '白天在窗边重拍一张，四个角都拍进去' : '平放在桌上，从正上方再拍一张',
      }))
      byOwner(at, 'requestCorrection', { lines })
    },
    correct(at: Date) {
      const asked = needed.slice(0, 2)
      wanting(asked, again)
      step(at, 'correct', async (s) => {
        await s.ask(s.applicant, 'application.correct', {
          applicationId: s.facts.applicationId,
          documents: asked.map(({ key }) => ({ key, fileIds: s.files(again(key)) })),
        })
      })
    },
    accept: (at: Date) =>
      step(at, 'accept', async (s) => {
        await s.ask(await s.owner(), 'application.accept', { cases: [await s.seen()] })
      }),
    acceptConditionally: (at: Date) => byOwner(at, 'acceptConditionally'),
    supply(at: Date) {
      wanting(toFollow(way).slice(0, 1), again)
      step(at, 'supply', async (s) => {
        const rows = later.map((key) => ({ key, fileIds: s.files(again(key)) }))
        await s.ask(s.applicant, 'application.supply', { applicationId: s.facts.applicationId, documents: rows })
      })
    },
    startReview: (at: Date) => byOwner(at, 'startReview'),
    suspend: (at: Date, pauseFor: PauseReason, why: string) => byOwner(at, 'suspend', { pauseFor, why }),
    resume: (at: Date) => byOwner(at, 'resume'),
    askDepartments: (at: Date) => byOwner(at, 'askDepartments'),
    giveOpinion(at: Date, nth: number) {
      const review = way.content.reviews[nth]
      if (!review) return
      step(at, `giveOpinion ${nth}`, async (s) => {
        const opinion = { key: review.key, agrees: true, opinion: '已核对，符合条件，同意办理。' }
        await s.ask(s.department, 'application.giveOpinion', { ...(await s.seen()), ...opinion })
      })
    },
    requestExtension: (at: Date, days: number, reason: string) =>
      step(at, 'requestExtension', async (s) => {
        await s.ask(await s.clerk(), 'application.requestExtension', { ...(await s.seen()), days, reason })
      }),
    decideExtension: (at: Date, grant: boolean, reason: string) => byOwner(at, 'decideExtension', { grant, reason }),
    approve: (at: Date) => byOwner(at, 'decide', { outcome: 'approved', reason: c.pick(['材料齐全，符合条件。', '']) }),
    refuse: (at: Date, reason: string) => byOwner(at, 'decide', { outcome: 'refused', reason }),
    deliver: (at: Date) =>
      byOwner(
        at,
        'deliver',
        delivery === 'post' ? { trackingNumber: `EX${c.between(100_000_000, 999_999_999)}CN` } : {},
      ),
    book: (at: Date, startsAt: Date, nth = 1) =>
      step(at, `bookVisit ${nth}`, async (s) => {
        const input = { applicationId: s.facts.applicationId, startsAt }
        const { code } = await s.ask(s.applicant, 'application.bookVisit', input)
        s.facts.code = String(code)
      }),
    visit: (at: Date) =>
      step(at, 'checkInVisit', async (s) => {
        await s.ask(await s.clerk(), 'application.checkInVisit', { code: s.facts.code })
      }),
    allowSecondVisit: (at: Date) =>
      step(at, 'allowSecondVisit', async (s) => {
        const reason = '窗口的读卡机坏了，当天没能核对原件'
        const apology = '是我们的设备出了问题，让您又跑一趟，对不起。来时不用排队，直接找值班主任。'
        await s.ask(s.supervisor, 'application.allowSecondVisit', {
          applicationId: s.facts.applicationId,
          reason,
          apology,
        })
      }),
    rate: (at: Date, level: number, words: string) => byApplicant(at, 'rate', { level, words }),
    callBack: (at: Date, answer: string) =>
      step(at, 'callBack', async (s) => {
        const { owner, callBackId } = await s.callBack()
        await s.ask(owner, 'application.callBack', { callBackId, answer })
      }),
    appeal: (at: Date, words: string) => byApplicant(at, 'appeal', { words }),
    answerAppeal: (at: Date, uphold: boolean, answer: string) =>
      step(at, 'answerAppeal', async (s) => {
        await s.ask(s.supervisor, 'application.answerAppeal', { appealId: await s.appealId(), uphold, answer })
      }),
    withdraw: (at: Date, reason: string) => byApplicant(at, 'withdraw', { reason }),
    nameHelper: (at: Date) => byApplicant(at, 'nameHelper', { gridWorker: true, agreed: true }),
    say: (at: Date, words: string) => byApplicant(at, 'say', { words }),
    answer: (at: Date, words: string) =>
      step(at, 'answer', async (s) => {
        const input = { applicationId: s.facts.applicationId, words }
        await s.ask(await s.owner(), 'application.answer', input)
      }),
  }
}

export type Script = ReturnType<typeof playOf>
