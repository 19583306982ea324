import * as v from 'valibot'
import { emptyForm, formOf, type PublishForm } from '../../../src/features/activity/publish/form'
import { firstMistake } from '../../../src/features/activity/publish/part'
import { previewOf } from '../../../src/features/activity/publish/preview-of'
import { problemOfRefusal, problemsAt, problemsOf } from '../../../src/features/activity/publish/problems'
import { questionFormOf, questionProblems, toQuestion } from '../../../src/features/activity/publish/question-form'
import { newQuestion } from '../../../src/features/activity/publish/questions'
import { toDraft } from '../../../src/features/activity/publish/to-draft'
import type { Me } from '../../../src/platform/session'
import { activityDetail, activityDraftObject } from '../../../types/activity'
import { liu } from './cloud'

jest.mock('../../../src/platform/session', () => jest.requireActual('./cloud').sessionModule)
jest.mock('../../../src/platform/client', () => jest.requireActual('./cloud').clientModule)

const now = new Date('2026-11-24T06:20:00Z')

/** A form without mistakes; tests state only what matters to them. */
const formWith = (changes: Partial<PublishForm> = {}): PublishForm => ({
  ...emptyForm(liu as unknown as Me),
  title: '冬至包饺子',
  day: '2026-12-21',
  from: '14:00',
  until: '16:30',
  placeName: '社区食堂',
  address: '柳桥弄 12 号',
  ...changes,
})
const groups = (...pairs: [string, string][]) => pairs.map(([name, seats], row) => ({ row, name, seats }))

describe('what is sent', () => {
  test('fits the contract, with the times of Asia/Shanghai', () => {
    const draft = v.parse(activityDraftObject, toDraft(formWith()))
    expect(draft.startsAt).toEqual(new Date('2026-12-21T06:00:00Z'))
    expect(draft.endsAt).toEqual(new Date('2026-12-21T08:30:00Z'))
    expect(draft).not.toHaveProperty('signUpClosesAt')
  })

  test('an end before the start is the next day', () => {
    const draft = toDraft(formWith({ from: '22:00', until: '00:30' }))
    expect(draft.endsAt).toEqual(new Date('2026-12-21T16:30:00Z'))
  })

  test('deadlines count back from the start', () => {
    const draft = toDraft(formWith({ closesBefore: 120, cancelBefore: 1440 }))
    expect(draft.signUpClosesAt).toEqual(new Date('2026-12-21T04:00:00Z'))
    expect(draft.cancelUntil).toEqual(new Date('2026-12-20T06:00:00Z'))
  })

  test('groups go only with a limit', () => {
    const grouped = { groups: groups(['老人', '10'], ['儿童', '20']), capacity: '30' }
    expect(toDraft(formWith(grouped))).toMatchObject({
      capacity: 30,
      groups: [
        { name: '老人', capacity: 10 },
        { name: '儿童', capacity: 20 },
      ],
    })
    expect(toDraft(formWith({ ...grouped, limited: false }))).toMatchObject({ capacity: null, groups: [] })
  })

  test('an activity that is opened and saved again stays what it was', () => {
    const written = formWith({
      groups: groups(['老人', '10'], ['儿童', '20']),
      questions: [{ type: 'choice', key: 'q3', label: '吃什么馅', required: true, choices: ['荤', '素'] }],
      closesBefore: 90,
      cancelBefore: 1440,
      join: 'invited',
      contactPhone: '0573-5550101',
    })
    const detail = previewOf(written, now)
    const { kept, ...rest } = formOf(detail)
    expect(toDraft({ ...rest, kept })).toEqual({ ...toDraft(written), lat: null, lng: null })
  })

  test('the preview is an activity as the cloud would hand it out', () => {
    const shown = v.parse(activityDetail, previewOf(formWith({ groups: groups(['老人', '30']) }), now))
    expect(shown).toMatchObject({ status: 'published', taken: 0, groups: [{ name: '老人', capacity: 30, taken: 0 }] })
  })
})

describe('mistakes', () => {
  test('a form without any has none', () => {
    expect(problemsOf(formWith(), now)).toEqual({})
  })

  test('an empty form names each field that is needed, in words', () => {
    const problems = problemsOf({ ...emptyForm(liu as unknown as Me), areaCode: '', host: '' }, now)
    expect(Object.keys(problems).sort()).toEqual(
      ['address', 'areaCode', 'endsAt', 'host', 'placeName', 'startsAt', 'title'].sort(),
    )
    expect(problems.startsAt).toBe('请选日期')
    expect(firstMistake(problems)).toEqual({ part: 'about', field: 'title' })
  })

  test.each([
    ['startsAt', { day: '2026-11-24', from: '14:00' }, /已经过了/],
    ['startsAt', { from: '' }, /开始时间/],
    ['endsAt', { until: '14:00' }, /晚于/],
    ['capacity', { capacity: '0' }, /至少 1 人/],
    ['capacity', { capacity: '2.5' }, /整数/],
    ['contactPhone', { contactPhone: '12' }, /号码不对/],
    ['groups.0.name', { capacity: '5', groups: groups(['', '5']) }, /请填写/],
    ['groups.1.capacity', { capacity: '5', groups: groups(['老人', '5'], ['儿童', '']) }, /至少 1 人/],
    ['groups.1.name', { capacity: '5', groups: groups(['老人', '2'], ['老人', '3']) }, /重复/],
    ['groups', { capacity: '30', groups: groups(['老人', '10'], ['儿童', '8']) }, /18 个，还有 12 个没分/],
    ['groups', { capacity: '10', groups: groups(['老人', '10'], ['儿童', '8']) }, /18 个，多了 8 个/],
  ])('%s %j', (field, change, said) => {
    expect(problemsOf(formWith(change), now)[field]).toMatch(said)
  })

  test('of a row are found by its place', () => {
    expect(problemsAt({ 'groups.1.name': '请填写', 'groups.11.name': '别的', title: '短' }, 'groups', 1)).toEqual({
      name: '请填写',
    })
  })

  test('that only the cloud finds stand at their field, too', () => {
    expect(problemOfRefusal({ reason: 'wordsRefused' })).toEqual({ body: expect.stringMatching(/内容检查/) })
    expect(problemOfRefusal({ reason: 'belowConfirmed', confirmed: 12, groupName: '' })).toEqual({
      capacity: expect.stringMatching(/12/),
    })
    expect(problemOfRefusal({ reason: 'changedMeanwhile', version: 3 })).toEqual({ '': expect.stringMatching(/改过/) })
  })
})

describe('a question', () => {
  const choice = { type: 'choice' as const, key: 'q2', label: '吃什么馅', required: true, choices: ['荤', '素'] }

  test('keeps its choices while another type is tried', () => {
    const form = { ...questionFormOf(choice), type: 'number' as const }
    expect(toQuestion(form)).toEqual({ type: 'number', key: 'q2', label: '吃什么馅', required: true })
    expect(toQuestion({ ...form, type: 'choice' })).toEqual(choice)
  })

  test('gets a key that no other has, nor had before', () => {
    expect(newQuestion([choice, { ...choice, key: 'q7' }]).key).toBe('q8')
  })

  test('says what is wrong where it is wrong', () => {
    const empty = questionProblems({ ...questionFormOf(newQuestion([])), type: 'choice' })
    expect(Object.keys(empty).sort()).toEqual(['choices.0', 'choices.1', 'label'])
    expect(questionProblems({ ...questionFormOf(choice), choices: ['荤', '荤 '] })).toEqual({
      choices: expect.stringMatching(/一样/),
    })
    expect(questionProblems(questionFormOf(choice))).toEqual({})
  })
})
