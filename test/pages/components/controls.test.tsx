import { fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { Button } from '../../../src/components/button'
import { Chips } from '../../../src/components/chips'
import { Choice } from '../../../src/components/choice'
import { Field } from '../../../src/components/field'
import { Rating } from '../../../src/components/rating'
import { Sheet } from '../../../src/components/sheet'
import { Stepper } from '../../../src/components/stepper'
import { Switch } from '../../../src/components/switch'
import { Tap } from '../../../src/components/tap'

function Title({
  problem = '',
  type = 'text' as const,
  ...more
}: {
  problem?: string
  type?: 'text' | 'textarea'
  most?: number
  onLeave?: () => void
}) {
  const [value, setValue] = useState('')
  return <Field label="标题" value={value} problem={problem} type={type} onChange={setValue} {...more} />
}

function Party({ least = 1, most = 3 }) {
  const [value, setValue] = useState(least)
  return (
    <>
      <Stepper label="一起来几个人" value={value} least={least} most={most} onChange={setValue} />
      <output>{value}</output>
    </>
  )
}

describe('a button', () => {
  test('does what it says once a tap', () => {
    const signUp = jest.fn()
    render(<Button onTap={signUp}>我要报名</Button>)
    fireEvent.click(screen.getByRole('button', { name: '我要报名' }))
    expect(signUp).toHaveBeenCalledTimes(1)
  })

  test.each(['disabled', 'loading'] as const)('does nothing while %s', (state) => {
    const signUp = jest.fn()
    render(
      <Button {...{ [state]: true }} label="我要报名" onTap={signUp}>
        我要报名
      </Button>,
    )
    fireEvent.click(screen.getByRole('button', { name: '我要报名' }))
    expect(signUp).not.toHaveBeenCalled()
  })

  test('with only an icon says its label', () => {
    render(<Button look="secondary" icon="share" label="转给邻居" />)
    expect(screen.getByRole('button', { name: '转给邻居' })).toBeInTheDocument()
  })
})

describe('anything tappable', () => {
  test.each(['Enter', ' '])('answers the key "%s"', (key) => {
    const open = jest.fn()
    render(<Tap onTap={open}>看全部</Tap>)
    const target = screen.getByRole('button', { name: '看全部' })
    target.focus()
    fireEvent.keyDown(target, { key })
    expect(target).toHaveFocus()
    expect(open).toHaveBeenCalledTimes(1)
  })

  test('answers nothing, and no key, while disabled', () => {
    const open = jest.fn()
    render(
      <Tap disabled onTap={open}>
        看全部
      </Tap>,
    )
    const target = screen.getByRole('button', { name: '看全部' })
    fireEvent.click(target)
    fireEvent.keyDown(target, { key: 'Enter' })
    expect(open).not.toHaveBeenCalled()
    expect(target).toHaveAttribute('aria-disabled', 'true')
    expect(target).toHaveAttribute('tabindex', '-1')
  })
})

describe('a field', () => {
  test.each(['text', 'textarea'] as const)('is found by its label and takes what is typed (%s)', (type) => {
    render(<Title type={type} />)
    fireEvent.change(screen.getByRole('textbox', { name: '标题' }), { target: { value: '冬日茶话会' } })
    expect(screen.getByRole('textbox', { name: '标题' })).toHaveValue('冬日茶话会')
  })

  test('shows its mistake in a sentence and says that it is wrong', () => {
    render(<Title problem="请写标题" />)
    expect(screen.getByText('请写标题')).toBeInTheDocument()
    expect(screen.getByRole('textbox', { name: '标题' })).toHaveAttribute('aria-invalid', 'true')
  })

  test('keeps long text whole when no limit is set', () => {
    render(<Title type="textarea" />)
    const long = '长'.repeat(500)
    fireEvent.change(screen.getByRole('textbox', { name: '标题' }), { target: { value: long } })
    expect(screen.getByRole('textbox', { name: '标题' })).toHaveValue(long)
  })

  test('tells when it is left, so that it can be checked then', () => {
    const leave = jest.fn()
    render(<Title onLeave={leave} />)
    fireEvent.blur(screen.getByRole('textbox', { name: '标题' }))
    expect(leave).toHaveBeenCalledTimes(1)
  })
})

describe('a choice', () => {
  const options = [
    { value: 'tea', words: '茶话会' },
    { value: 'song', words: '歌会' },
  ] as const

  test('shows every option and says which is chosen', () => {
    render(<Choice label="什么活动" options={options} value="song" onChange={() => undefined} />)
    expect(screen.getByRole('radiogroup', { name: '什么活动' })).toBeInTheDocument()
    expect(screen.getByRole('radio', { name: '茶话会' })).not.toBeChecked()
    expect(screen.getByRole('radio', { name: '歌会' })).toBeChecked()
  })

  test('answers with the value, not the words', () => {
    const choose = jest.fn()
    render(<Choice label="什么活动" options={options} value={undefined} onChange={choose} />)
    fireEvent.click(screen.getByRole('radio', { name: '茶话会' }))
    expect(choose).toHaveBeenCalledWith('tea')
  })

  test('says what is wrong under itself', () => {
    render(
      <Choice label="什么活动" options={options} value={undefined} problem="请选一种" onChange={() => undefined} />,
    )
    expect(screen.getByText('请选一种')).toBeInTheDocument()
  })
})

test('a line of filters says which one is on and answers with the value', () => {
  const choose = jest.fn()
  const items = [
    { value: 'all', words: '全部' },
    { value: 'tea', words: '茶话会' },
  ]
  render(<Chips label="活动种类" items={items} value="all" onChange={choose} />)
  expect(screen.getByRole('tab', { name: '全部' })).toHaveAttribute('aria-selected', 'true')
  fireEvent.click(screen.getByRole('tab', { name: '茶话会' }))
  expect(choose).toHaveBeenCalledWith('tea')
})

describe('a switch', () => {
  test('says whether it is on', () => {
    render(<Switch label="请回电话给我" hint="平台转接，他看不到您的号码" on onChange={() => undefined} />)
    expect(screen.getByRole('switch', { name: /请回电话给我/ })).toBeChecked()
    expect(screen.getByText('平台转接，他看不到您的号码')).toBeInTheDocument()
  })

  test('turns once for a press of the space bar', () => {
    const turn = jest.fn()
    render(<Switch label="请回电话给我" on={false} onChange={turn} />)
    fireEvent.keyDown(screen.getByRole('switch'), { key: ' ' })
    expect(turn).toHaveBeenCalledTimes(1)
    expect(turn).toHaveBeenCalledWith(true)
  })

  test.each(['请回电话给我', '平台转接，他看不到您的号码'])('turns once when "%s" is touched', (words) => {
    const turn = jest.fn()
    render(<Switch label="请回电话给我" hint="平台转接，他看不到您的号码" on onChange={turn} />)
    fireEvent.click(screen.getByText(words))
    expect(turn).toHaveBeenCalledTimes(1)
    expect(turn).toHaveBeenCalledWith(false)
  })

  test('turns once when its picture is touched', () => {
    const turn = jest.fn()
    const { container } = render(<Switch label="请回电话给我" on={false} onChange={turn} />)
    fireEvent.click(container.querySelector('.rv-switch')!)
    expect(turn).toHaveBeenCalledTimes(1)
    expect(turn).toHaveBeenCalledWith(true)
  })

  test('is one control to a screen reader', () => {
    render(<Switch label="请回电话给我" on={false} onChange={() => undefined} />)
    expect(screen.getAllByRole('switch')).toHaveLength(1)
  })
})

describe('a stepper', () => {
  const press = (name: RegExp) => fireEvent.click(screen.getByRole('button', { name }))

  test('never leaves its limits', () => {
    render(<Party />)
    press(/少/)
    expect(screen.getByRole('status')).toHaveTextContent('1')
    for (let n = 0; n < 5; n++) press(/多/)
    expect(screen.getByRole('status')).toHaveTextContent('3')
  })
})

describe('a rating', () => {
  test('answers with the number of stars', () => {
    const rate = jest.fn()
    render(<Rating label="打几分" value={0} onChange={rate} />)
    fireEvent.click(screen.getByRole('radio', { name: '4 分' }))
    expect(rate).toHaveBeenCalledWith(4)
  })

  test('given already is only shown, as one picture with words', () => {
    render(<Rating label="打几分" value={4} />)
    expect(screen.getByRole('img', { name: '打几分 4 分' })).toBeInTheDocument()
  })
})

test('a closed sheet holds nothing, and an open one its content', () => {
  const { rerender } = render(
    <Sheet open={false} title="取消报名" onClose={() => undefined}>
      退了，名额给下一位。
    </Sheet>,
  )
  expect(screen.queryByText('退了，名额给下一位。')).not.toBeInTheDocument()
  rerender(
    <Sheet open title="取消报名" onClose={() => undefined}>
      退了，名额给下一位。
    </Sheet>,
  )
  expect(screen.getByText('退了，名额给下一位。')).toBeVisible()
})
