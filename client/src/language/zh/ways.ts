/** Words about the ways of applying that a plan allows, and where an application goes. */
export const zh = {
  title: '各申报类型还差什么',
  nearestReady: '与您最接近的申报类型：{{ name }}。按已核定的档案，条件已具备。',
  nearestLacks: '与您最接近的申报类型：{{ name }}，还差 {{ n }} 项条件。',
  nearest: '（最接近）',
  met: '已核定的档案符合这一类型的条件。',
  papers: '另须提供：{{ list }}。',
  recommenders: '另须由 {{ n }} 名在职{{ title }}推荐并附职称证书。',
  score: '自评：已核定的业绩系统可预填 {{ total }} 分，须达到 {{ threshold }} 分；须本人选择或填写的项没有计入。',
  scoreEnough: '自评：已核定的业绩系统可预填 {{ total }} 分，已达到 {{ threshold }} 分。',
  about: '只按已核定的档案判断。是否属于某一类型，请对照计划的规定选择。',
  ahead: {
    title: '申报交给谁',
    first: '提交后先到{{ employer }}，由单位审核、公示后上报。',
    several: '走下面哪一条，由单位上报时按隶属关系选择。',
    arrow: ' → ',
    suggested: '；按您档案中的主管部门或单位，一般选择：{{ name }}',
  },
}
