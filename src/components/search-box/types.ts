export interface SearchBoxProps {
  /** What can be typed, said to a screen reader and shown while it is empty. */
  label: string
  value: string
  /** The key that jumps here, printed at the end; absent where there is no keyboard. */
  keyName?: string
  onChange: (value: string) => void
}
