export const guide = {
  title: '使用手册',
  nav: '手册目录',
  pages: {
    README: '总览',
    unit: '责任单位',
    office: '督办机构',
    leader: '领导',
    admin: '管理员',
  },
  inChinese: '',
  missing: '手册里没有这一页',
  toFirst: '回到总览',
};
