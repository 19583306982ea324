import fc from 'fast-check'
import { problemsInContent } from '../../cloud/catalogue/check/rules'
import { guideFor, leastVisits, limitOf, unknownAnswer, walkGuidance } from '../../cloud/catalogue/rules'
import { contentOf } from '../factories/items'

const outcome = (answers: Record<string, string>, content = contentOf()) => guideFor(content, answers).outcome

describe('the guidance', () => {
  it('asks only what applies, in order, and says nothing before all of it is answered', () => {
    const begun = guideFor(contentOf(), {})
    expect(begun.questions.map((q) => q.key)).toEqual(['whom', 'hukou'])
    expect(begun.outcome).toBeNull()
    const parent = guideFor(contentOf(), { whom: 'parent', hukou: 'here' })
    expect(parent.questions.map((q) => [q.key, q.answer])).toEqual([
      ['whom', 'parent'],
      ['hukou', 'here'],
      ['together', null],
    ])
    expect(parent.outcome).toBeNull()
  })

  it('tells who cannot apply before anything else is answered, with where to go', () => {
    expect(outcome({ hukou: 'elsewhere' })).toMatchObject({
      eligible: false,
      why: '津贴由户口所在地发',
      goTo: '请向户口所在地的民政部门申请',
      documents: [],
      form: { properties: {}, required: [] },
    })
  })

  it('gives the exact documents, the visit with its reason and the form of these answers', () => {
    expect(outcome({ whom: 'me', hukou: 'here' })).toMatchObject({
      eligible: true,
      visits: 0,
      visitWhy: null,
      limit: 3,
      fee: { cents: 0, words: '不收费' },
      documents: [{ key: 'card' }, { key: 'household', lookupFrom: '公安' }],
      form: { required: ['elderName', 'idNumber'] },
    })
    const far = outcome({ whom: 'parent', hukou: 'here', together: 'no' })
    expect(far).toMatchObject({ visits: 1, visitWhy: '要当面看亲属关系证明原件' })
    expect(far?.documents.map((d) => d.key)).toEqual(['card', 'household', 'kinship'])
    expect(Object.keys(far?.form.properties ?? {})).toEqual(['elderName', 'idNumber', 'helperPhone'])
    expect(far?.form.properties.helperPhone).not.toHaveProperty('x-when')
  })

  it('forgets an answer whose question does not apply any more', () => {
    const changedMind = { whom: 'me', hukou: 'here', together: 'no' }
    expect(outcome(changedMind)).toMatchObject({ visits: 0, documents: [{ key: 'card' }, { key: 'household' }] })
  })

  it('takes the first fee that holds', () => {
    const fees = [
      { when: [{ answer: 'whom', oneOf: ['me'] }], cents: 2000, words: '工本费 20 元' },
      { when: [], cents: 4000, words: '工本费 40 元' },
    ]
    expect(outcome({ whom: 'me', hukou: 'here' }, contentOf({ fees }))?.fee.cents).toBe(2000)
    expect(outcome({ whom: 'parent', hukou: 'here', together: 'yes' }, contentOf({ fees }))?.fee.cents).toBe(4000)
  })

  it.each([
    [20, 3, 3],
    [5, 8, 5],
    [0, 8, 8],
    [20, 0, 0],
  ])('statutory %i and promised %i working days bind at %i', (statutoryLimit, promisedLimit, limit) => {
    expect(limitOf({ statutoryLimit, promisedLimit })).toBe(limit)
  })

  it('knows the best case of an item', () => {
    expect(leastVisits(contentOf())).toBe(0)
    expect(leastVisits(contentOf({ visits: [{ when: [], why: '要按指纹' }] }))).toBe(1)
    const always = ['yes', 'no'].map((value) => ({ when: [{ answer: 'together', oneOf: [value] }], why: '要来' }))
    const self = { when: [{ answer: 'whom', oneOf: ['me'] }], why: '要来' }
    expect(leastVisits(contentOf({ visits: [...always, self] }))).toBe(1)
  })

  it('names an answer that is none', () => {
    expect(unknownAnswer(contentOf(), { whom: 'me' })).toBeUndefined()
    expect(unknownAnswer(contentOf(), { whom: 'cousin' })).toBe('whom')
    expect(unknownAnswer(contentOf(), { age: '82' })).toBe('age')
  })
})

/** Guidances of any shape in which questions look only at earlier ones, with documents that look at any. */
const anyContent = fc
  .array(
    fc.record({
      options: fc.integer({ min: 2, max: 4 }),
      looksAt: fc.option(fc.record({ back: fc.nat(5), option: fc.nat(3) })),
    }),
    { maxLength: 6 },
  )
  .chain((shape) => {
    const condition = (at: number, look: { back: number; option: number } | null) => {
      const seen = look && at > 0 ? Math.max(0, at - 1 - look.back) : undefined
      if (seen === undefined) return []
      const option = (look?.option ?? 0) % (shape[seen]?.options ?? 1)
      return [{ answer: `q${seen}`, oneOf: [`o${option}`] }]
    }
    const guidance = shape.map(({ options, looksAt }, at) => ({
      key: `q${at}`,
      question: `问题 ${at}`,
      options: Array.from({ length: options }, (_, n) => ({ value: `o${n}`, label: `选 ${n}` })),
      when: condition(at, looksAt),
    }))
    const looks = fc.option(fc.record({ back: fc.nat(5), option: fc.nat(3) }))
    return fc.array(looks, { maxLength: 5 }).map((documents) =>
      contentOf({
        guidance,
        notEligible: [],
        visits: [],
        documents: documents.map((look, n) => ({
          key: `d${n}`,
          name: `材料 ${n}`,
          form: 'electronic',
          when: condition(shape.length, look),
          deferrable: false,
          reusable: false,
          mostFiles: 1,
        })),
        form: { type: 'object', properties: {}, required: [] },
      }),
    )
  })

describe('whatever a county writes and a person answers', () => {
  it('the guidance ends: the answer to each next question comes to an outcome in as many steps as there are questions', () => {
    fc.assert(
      fc.property(anyContent, fc.infiniteStream(fc.nat(3)), (content, choices) => {
        const answers: Record<string, string> = {}
        for (let steps = 0; ; steps++) {
          const { questions, outcome: said } = guideFor(content, answers)
          const next = questions.find((q) => q.answer === null)
          expect(said === null).toBe(next !== undefined)
          if (!next) return
          expect(steps).toBeLessThan(content.guidance.length)
          const option = next.options[(choices.next().value as number) % next.options.length]
          answers[next.key] = option?.value as string
        }
      }),
    )
  })

  it('documents are those of the item, in its order, and strange answers change nothing', () => {
    const anyAnswers = fc.dictionary(
      fc.constantFrom('q0', 'q1', 'q2', 'q3', 'q9', 'constructor'),
      fc.constantFrom('o0', 'o1', 'o2', 'nonsense', ''),
    )
    fc.assert(
      fc.property(anyContent, anyAnswers, (content, answers) => {
        const said = guideFor(content, answers).outcome
        const keys = content.documents.map((d) => d.key)
        const given = (said?.documents ?? []).map((d) => d.key)
        expect(given).toEqual(keys.filter((key) => given.includes(key)))
        const sane = Object.fromEntries(
          Object.entries(answers).filter(
            ([key]) => unknownAnswer(content, { [key]: answers[key] as string }) === undefined,
          ),
        )
        expect(guideFor(content, answers)).toEqual(guideFor(content, sane))
      }),
    )
  })

  it('walking shows each way once', () => {
    fc.assert(
      fc.property(anyContent, (content) => {
        const seen: string[] = []
        const whole = walkGuidance(content, (answers, { outcome: said }) => {
          expect(said).not.toBeNull()
          seen.push(JSON.stringify(answers))
          return true
        })
        expect(whole).toBe(true)
        expect(new Set(seen).size).toBe(seen.length)
      }),
      { numRuns: 50 },
    )
  })
})

describe('a draft', () => {
  const problems = (changes: Parameters<typeof contentOf>[0]) =>
    problemsInContent(contentOf(changes)).map(({ path }) => path)

  it('that is complete has no problem', () => expect(problems({})).toEqual([]))

  it('names everything that is missing', () => {
    const paths = problemsInContent({ name: '高龄津贴', department: '县民政局' }).map((p) => p.path)
    expect(paths).toEqual(expect.arrayContaining(['summary', 'kind', 'promisedLimit', 'documents', 'form', 'window']))
    expect(paths).not.toContain('name')
  })

  it.each([
    ['a promise longer than the law', { statutoryLimit: 5, promisedLimit: 6 }, 'promisedLimit'],
    ['a promise of nothing', { promisedLimit: 0 }, 'promisedLimit'],
    ['on the spot in a week', { kind: 'onSpot' as const, promisedLimit: 5 }, 'promisedLimit'],
  ])('that is %s is refused', (_why, changes, path) => expect(problems(changes)).toContain(path))

  it('may not look at a question that is not there, comes later, or has no such option', () => {
    const [whom, hukou, together] = contentOf().guidance as [
      ReturnType<typeof contentOf>['guidance'][number],
      ReturnType<typeof contentOf>['guidance'][number],
      ReturnType<typeof contentOf>['guidance'][number],
    ]
    expect(problems({ guidance: [together, whom, hukou] })).toContain('guidance.0.when.0.answer')
    expect(problems({ guidance: [whom, hukou] })).toEqual(
      expect.arrayContaining(['documents.2.when.0.answer', 'visits.0.when.0.answer']),
    )
    const visits = [{ when: [{ answer: 'together', oneOf: ['maybe'] }], why: '要来' }]
    expect(problems({ visits })).toContain('visits.0.when.0.oneOf')
  })

  it('may not use a key or an option twice', () => {
    const { documents, guidance } = contentOf()
    expect(problems({ documents: [...documents, documents[0] as (typeof documents)[number]] })).toContain(
      'documents.3.key',
    )
    const twins = guidance.map((q) => ({ ...q, options: [...q.options, q.options[0] as (typeof q.options)[number]] }))
    expect(problems({ guidance: twins })).toContain('guidance.0.options.2.value')
  })

  it('may not require a field it does not have, nor set bounds nobody can keep', () => {
    const form = {
      type: 'object' as const,
      properties: {
        a: { type: 'string' as const, title: '甲', minLength: 9, maxLength: 3 },
        b: { type: 'integer' as const, title: '乙', minimum: 9, maximum: 3 },
        c: { type: 'integer' as const, title: '丙', enum: ['一', '二'] },
      },
      required: ['gone'],
    }
    expect(problems({ form })).toEqual([
      'form.required.0',
      'form.properties.a',
      'form.properties.b',
      'form.properties.c',
    ])
  })

  it('may not keep a visit from those who must come, nor bar everybody, nor hide a question', () => {
    expect(problems({ visits: [] })).toEqual(['visits'])
    const result = { name: '证件', deliveries: ['pickUp' as const] }
    expect(problems({ result })).toEqual(['visits'])
    const notEligible = ['here', 'elsewhere'].map((value) => ({
      when: [{ answer: 'hukou', oneOf: [value] }],
      why: '不能办',
      goTo: '别处',
    }))
    expect(problems({ notEligible })).toContain('notEligible')
    const { guidance } = contentOf()
    const hidden = [
      ...guidance,
      { ...(guidance[0] as (typeof guidance)[number]), key: 'late', when: [{ answer: 'hukou', oneOf: ['elsewhere'] }] },
    ]
    expect(problems({ guidance: hidden })).toEqual(['guidance.3.when'])
  })
})
