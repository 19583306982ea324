/** 王**: enough for whoever holds a paper to see that it is theirs, not enough to learn a name from a code. */
export const maskName = (name: string): string => {
  const [first = '', ...rest] = [...name]
  return first + '*'.repeat(Math.max(1, rest.length))
}
