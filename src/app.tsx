import type { PropsWithChildren } from 'react'
import './app.scss'
import { startOutbox } from './platform/outbox'
import { restoreSession } from './platform/session'

restoreSession()
startOutbox()

export default function App({ children }: PropsWithChildren) {
  return children
}
