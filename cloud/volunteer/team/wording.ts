/** Words under a field of a team's form. */
export const teamWording = {
  homeNeeded: '老乡帮帮团要选籍贯',
  onlyOfHome: '只有老乡帮帮团有籍贯',
  homeUnknown: '没有这个籍贯',
}
