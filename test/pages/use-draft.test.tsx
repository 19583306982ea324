import { act, renderHook } from '@testing-library/react'
import { storage } from '../../src/platform/storage'
import { useDraft } from '../../src/platform/use-draft'

const empty = { name: '', stars: 0, lines: {} as Record<string, string> }

test('what is changed before the page is drawn again is changed all the same, and kept', () => {
  const { result } = renderHook(() => useDraft('form', empty))
  act(() => {
    const [, change] = result.current
    change({ stars: 4 })
    change({ name: '周正' })
    change((now) => ({ lines: { ...now.lines, plan: '看不清' } }))
    change((now) => ({ lines: { ...now.lines, fire: '没有' } }))
  })
  const all = { name: '周正', stars: 4, lines: { plan: '看不清', fire: '没有' } }
  expect(result.current[0]).toEqual(all)
  expect(storage.read('draft/form')).toEqual(all)
})

test('a form that was left is found again, with what has been added to it since', () => {
  storage.write('draft/form', { name: '周正' })
  const { result } = renderHook(() => useDraft('form', empty))
  const [form, , , restored] = result.current
  expect(form).toEqual({ ...empty, name: '周正' })
  expect(restored).toBe(true)
})

test('a form that was sent lies on the phone no longer', () => {
  const { result } = renderHook(() => useDraft('form', empty))
  act(() => result.current[1]({ stars: 4 }))
  act(() => result.current[2]())
  expect(storage.read('draft/form')).toBeUndefined()
})
