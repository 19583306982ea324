import { fireEvent, render, screen, within } from '@testing-library/react'
import { Button } from '../../../src/components/button'
import { Row, Section } from '../../../src/components/card'
import { Dated } from '../../../src/components/dated'
import { Light } from '../../../src/components/light'
import { QrCode } from '../../../src/components/qr-code'
import { QueueLine } from '../../../src/components/queue-line'
import { SeatCups } from '../../../src/components/seat-cups'
import { Empty, Failed, Skeleton } from '../../../src/components/states'

describe('a row', () => {
  test('that opens something is one button with everything it says', () => {
    const open = jest.fn()
    render(<Row title="柳桥弄 12 号 社区客厅" note="从您家走路 6 分钟" icon="pin" onTap={open} />)
    fireEvent.click(screen.getByRole('button', { name: /柳桥弄 12 号 社区客厅.*走路 6 分钟/ }))
    expect(open).toHaveBeenCalledTimes(1)
  })

  test('that opens nothing is not a button', () => {
    render(<Row title="刘敏（社区）" tail={<Button>问一问</Button>} />)
    expect(screen.getAllByRole('button')).toHaveLength(1)
  })
})

describe('facts parted by dots', () => {
  test('each stays whole with the dot before it, which a new line leaves out', () => {
    const { container } = render(<Dated words="答应了 1 件事，点开看看 · 今天 7:11" />)
    expect(container).toHaveTextContent('答应了 1 件事，点开看看 · 今天 7:11')
    const facts = [...container.querySelectorAll('.facts-line__one')].map(({ textContent }) => textContent)
    expect(facts).toEqual(['答应了 1 件事，点开看看', ' · 今天 7:11'])
  })

  test('a day with its time is never torn', () => {
    const { container } = render(<Dated words="最晚 周一(12月21日)17:00 办好，或者 明天 9:00" />)
    const whole = [...container.querySelectorAll('.nowrap')].map(({ textContent }) => textContent)
    expect(whole).toEqual(['周一(12月21日)17:00', '明天 9:00'])
  })
})

describe('a section', () => {
  test('can be jumped to by its heading', () => {
    render(<Section title="附近的活动" />)
    expect(screen.getByRole('heading', { name: '附近的活动', level: 2 })).toBeInTheDocument()
  })

  test('offers more only when there is somewhere to go', () => {
    const { rerender } = render(<Section title="附近的活动" more="看全部" />)
    expect(screen.queryByRole('link')).not.toBeInTheDocument()
    const all = jest.fn()
    rerender(<Section title="附近的活动" more="看全部" onMore={all} />)
    fireEvent.click(screen.getByRole('link', { name: '看全部' }))
    expect(all).toHaveBeenCalledTimes(1)
  })
})

test.each(['go', 'soon', 'late', 'idle'] as const)('the light "%s" says its word beside a shape of its own', (kind) => {
  const { container } = render(<Light kind={kind} words="还有 2 个工作日" />)
  expect(screen.getByText('还有 2 个工作日')).toBeInTheDocument()
  expect(container.querySelector(`.light__shape--${kind}`)).toHaveAttribute('aria-hidden', 'true')
})

describe('seats', () => {
  const free = (container: HTMLElement) => container.querySelectorAll('.seat--free')

  test('up to forty are drawn one by one, the free ones empty', () => {
    const { container } = render(<SeatCups taken={27} capacity={30} />)
    expect(container.querySelectorAll('.seat')).toHaveLength(30)
    expect(free(container)).toHaveLength(3)
  })

  test('over forty become a bar', () => {
    const { container } = render(<SeatCups taken={30} capacity={60} />)
    expect(container.querySelectorAll('.seat')).toHaveLength(0)
    expect(container.querySelector('.seats-bar__taken')).toHaveStyle({ width: '50%' })
  })

  test.each([30, 60])('are said in one sentence, not one by one (%i)', (capacity) => {
    render(<SeatCups taken={27} capacity={capacity} />)
    expect(screen.getByRole('img')).toHaveAccessibleName(`共 ${capacity} 个名额，空 ${capacity - 27} 个`)
  })
})

describe('the waiting line', () => {
  test('shows everyone ahead when they are few', () => {
    render(<QueueLine capacity={16} position={3} />)
    expect(screen.getByText('16 个名额')).toBeInTheDocument()
    expect(screen.getByText('第 1 位')).toBeInTheDocument()
    expect(screen.getByText('第 2 位')).toBeInTheDocument()
    expect(screen.getByText('3')).toBeInTheDocument()
  })

  test('shows only the last two ahead when they are many', () => {
    render(<QueueLine capacity={16} position={40} />)
    expect(screen.queryByText('第 1 位')).not.toBeInTheDocument()
    expect(screen.getByText('第 38 位')).toBeInTheDocument()
    expect(screen.getByText('第 39 位')).toBeInTheDocument()
  })

  test('shows nobody ahead of the first', () => {
    render(<QueueLine capacity={null} position={1} />)
    expect(screen.queryByText(/^第/)).not.toBeInTheDocument()
    expect(screen.getByText('1')).toBeInTheDocument()
  })
})

describe('a list without rows', () => {
  test('says that it is loading', () => {
    render(<Skeleton rows={4} />)
    expect(screen.getByRole('status')).toHaveAccessibleName('正在取…')
  })

  test('says in one sentence that there is nothing, and offers one next step', () => {
    const nextWeek = jest.fn()
    render(<Empty words="这周附近没有活动。" step="看看下周" onStep={nextWeek} />)
    expect(screen.getByText('这周附近没有活动。')).toBeInTheDocument()
    fireEvent.click(screen.getByRole('button', { name: '看看下周' }))
    expect(nextWeek).toHaveBeenCalledTimes(1)
  })

  test('says what went wrong as an alert, and offers to try again', () => {
    const again = jest.fn()
    render(<Failed words="网断了。" onAgain={again} />)
    expect(within(screen.getByRole('alert')).getByText('网断了。')).toBeInTheDocument()
    fireEvent.click(screen.getByRole('button', { name: '再试一次' }))
    expect(again).toHaveBeenCalledTimes(1)
  })
})

describe('a QR code', () => {
  const picture = () => screen.getByLabelText('签到码').getAttribute('src') ?? ''

  test('is a picture made here, from no address', () => {
    render(<QrCode text="linlibang:1" label="签到码" />)
    const [kind, encoded = ''] = picture().split(',')
    expect(kind).toBe('data:image/gif;base64')
    expect(Buffer.from(encoded, 'base64').subarray(0, 4).toString('latin1')).toBe('GIF8')
  })

  test('changes with what it says', () => {
    const { rerender } = render(<QrCode text="linlibang:1" label="签到码" />)
    const first = picture()
    rerender(<QrCode text="linlibang:2" label="签到码" />)
    expect(picture()).not.toBe(first)
  })
})
