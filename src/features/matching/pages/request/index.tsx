import { useRouter } from '@tarojs/taro'
import { Card } from '../../../../components/card'
import { useBoard } from '../../board/use-board'
import { Frame } from '../../frame'
import { RequestView } from '../../request/view'
import { requestWording as words } from '../../request/wording'

/** One request, on a phone. */
export default function MatchingRequestPage() {
  const helpRequestId = Number(useRouter().params.helpRequestId)
  const board = useBoard()
  return (
    <Frame title={words.title} under="board">
      <Card>
        <RequestView
          helpRequestId={helpRequestId}
          row={board.rows.find((row) => row.helpRequestId === helpRequestId)}
          numbers={board.numbers}
          onMoved={board.again}
        />
      </Card>
    </Frame>
  )
}
