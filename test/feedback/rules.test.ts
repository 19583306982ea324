import { answerDeadline, chooseOwner, lightOf } from '../../cloud/feedback/rules'

it.each([
  ['a Thursday', '2026-11-26T07:30:00Z', '2026-12-03T09:00:00.000Z'],
  ['a Saturday', '2026-11-28T07:30:00Z', '2026-12-04T09:00:00.000Z'],
  ['the last minute of a day in Shanghai', '2026-11-26T15:59:00Z', '2026-12-03T09:00:00.000Z'],
  ['the first minute of the next', '2026-11-26T16:00:00Z', '2026-12-04T09:00:00.000Z'],
  ['the eve of National Day, with a Saturday worked instead', '2026-09-30T02:00:00Z', '2026-10-13T09:00:00.000Z'],
])('sent on %s is answered by 17:00 of the fifth working day after', (_when, sentAt, answerBy) => {
  expect(answerDeadline(new Date(sentAt)).toISOString()).toBe(answerBy)
})

describe('who answers', () => {
  const community = { personId: 1, areaCode: '990101001001', open: 3 }
  const colleague = { personId: 2, areaCode: '990101001001', open: 2 }
  const street = { personId: 3, areaCode: '990101001', open: 0 }
  const county = { personId: 4, areaCode: '990101', open: 0 }
  const all = [county, street, community, colleague]

  it('is the nearest administrator with least to answer', () => {
    expect(chooseOwner(all, 'service', 9)).toBe(2)
    expect(chooseOwner([county, street], 'service', 9)).toBe(3)
    expect(chooseOwner([], 'service', 9)).toBeUndefined()
  })

  it('is never the author', () => {
    expect(chooseOwner(all, 'service', 2)).toBe(1)
    expect(chooseOwner([community], 'service', 1)).toBeUndefined()
  })

  it('stands above the community when it is about people there, where anybody does', () => {
    expect(chooseOwner(all, 'people', 9)).toBe(3)
    expect(chooseOwner([community, county], 'people', 9)).toBe(4)
    expect(chooseOwner([community], 'people', 9)).toBe(1)
  })
})

it('is in order once answered, however late, and waits for nothing once taken back', () => {
  const now = new Date('2026-12-04T00:00:00Z')
  const answerBy = new Date('2026-12-03T09:00:00Z')
  expect(lightOf({ answerBy, answeredAt: null, withdrawnAt: null }, now)).toBe('late')
  expect(lightOf({ answerBy, answeredAt: now, withdrawnAt: null }, now)).toBe('go')
  expect(lightOf({ answerBy, answeredAt: null, withdrawnAt: now }, now)).toBe('idle')
})
