/** Words of the fields themselves. */
export const formWording = {
  optional: '（可不填）',
  yes: '是',
  no: '不是',
  chooseDay: '选日期',
}
