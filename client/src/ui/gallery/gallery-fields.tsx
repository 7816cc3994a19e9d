import { createSignal, type JSX } from 'solid-js'
import { Card } from '../card.tsx'
import { Checkbox } from '../checkbox.tsx'
import { ChoiceField } from '../choice-field.tsx'
import { DateField } from '../date-field.tsx'
import { DateMonthField } from '../date-month-field.tsx'
import { FileDrop } from '../file-drop.tsx'
import { ProseField } from '../prose-field.tsx'
import { TextField } from '../text-field.tsx'

const LEVELS = ['国家级', '省部级', '市厅级', '县级', '单位'].map((label, index) => ({ value: String(index), label }))
const CITIES = [
  '杭州',
  '宁波',
  '温州',
  '嘉兴',
  '湖州',
  '绍兴',
  '金华',
  '衢州',
  '舟山',
  '台州',
  '丽水',
  '上海',
  '苏州',
].map((label) => ({ value: label, label }))
const ROLES = [
  { value: 'lead', label: '主持' },
  { value: 'main', label: '主要参与' },
  { value: 'part', label: '参与' },
]

export function GalleryFields(): JSX.Element {
  const [name, setName] = createSignal('曹娥江流域水质自动监测站建设')
  const [prose, setProse] = createSignal(
    '负责站点布设与仪器比对，编制运行维护规程，连续稳定运行 24 个月，数据有效率 97.6%。',
  )
  const [level, setLevel] = createSignal('1')
  const [city, setCity] = createSignal('绍兴')
  const [role, setRole] = createSignal('main')
  const [begin, setBegin] = createSignal('202206')
  const [end, setEnd] = createSignal('')
  const [day, setDay] = createSignal('2022-06-18')
  const [isAgreed, setAgreed] = createSignal(true)
  return (
    <Card title="字段">
      <div class="form-grid">
        <TextField
          label="项目名称"
          value={name()}
          onInput={setName}
          isRequired
          maxChars={100}
          hint="与立项或验收文件一致"
        />
        <TextField label="合同金额" value="128.50" onInput={() => undefined} unit="万元" inputMode="decimal" />
        <DateMonthField
          label="开始年月"
          value={begin()}
          onInput={setBegin}
          today="202611"
          isRequired
          error="开始年月不能晚于结束年月，请核对"
        />
        <DateMonthField
          label="结束年月"
          value={end()}
          onInput={setEnd}
          today="202611"
          isOpenEnded
          hint="未结束的留空"
        />
        <DateField label="证书日期" value={day()} onInput={setDay} />
        <ChoiceField label="项目级别" value={level()} onChoose={setLevel} options={LEVELS} isRequired />
        <ChoiceField label="所在城市" value={city()} onChoose={setCity} options={CITIES} />
        <ChoiceField label="本人作用" value={role()} onChoose={setRole} options={ROLES} isRequired />
        <TextField label="密码" type="password" value="correct horse" onInput={() => undefined} />
        <TextField
          label="证书编号"
          value="ZJ-2022-0186"
          onInput={() => undefined}
          isReadOnly
          warning="与证明材料上的编号不同，请核对"
        />
        <div class="form-grid__whole">
          <ProseField
            label="工作内容与成效"
            value={prose()}
            onInput={setProse}
            maxChars={500}
            hint="写明本人承担的部分、做法和结果，请用数据说明。"
            error="请补充本人承担的部分"
          />
        </div>
        <div class="form-grid__whole">
          <FileDrop
            label="证明材料"
            accept="application/pdf,image/jpeg,image/png"
            hint="PDF、JPG、PNG，每份不超过 10 MB；复印件须注明“核对无误”并盖章。"
            onFiles={() => undefined}
          />
        </div>
        <div class="form-grid__whole">
          <Checkbox label="本人承诺以上内容真实、准确" isChecked={isAgreed()} onChange={setAgreed} />
        </div>
      </div>
    </Card>
  )
}
