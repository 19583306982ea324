/** Words of the board's Excel file. */
export const boardWording = {
  fileName: (day: string) => `最多跑一次-统计-${day}.xlsx`,
  sheets: { departments: '部门', communities: '社区', months: '月份' },
  name: '名称',
  columns: ['办结', '零跑率', '一跑率', '例外(第二次跑)', '按时率', '评价数', '满意率', '平均工作日'],
  all: '合计',
}
