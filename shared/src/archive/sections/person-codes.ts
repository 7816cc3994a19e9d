/** Lists of state standards for the profile. The codes are those of the standards: GB/T 3304 for peoples, GB/T 4762 for parties. */
import type { Option } from '../field.ts'
import { option } from './describe.ts'

const PEOPLES =
  '汉族 Han,蒙古族 Mongol,回族 Hui,藏族 Zang,维吾尔族 Uygur,苗族 Miao,彝族 Yi,壮族 Zhuang,布依族 Buyei,朝鲜族 Chosen,满族 Man,侗族 Dong,瑶族 Yao,白族 Bai,土家族 Tujia,哈尼族 Hani,哈萨克族 Kazak,傣族 Dai,黎族 Li,傈僳族 Lisu,佤族 Va,畲族 She,高山族 Gaoshan,拉祜族 Lahu,水族 Sui,东乡族 Dongxiang,纳西族 Naxi,景颇族 Jingpo,柯尔克孜族 Kirgiz,土族 Tu,达斡尔族 Daur,仫佬族 Mulao,羌族 Qiang,布朗族 Blang,撒拉族 Salar,毛南族 Maonan,仡佬族 Gelao,锡伯族 Xibe,阿昌族 Achang,普米族 Pumi,塔吉克族 Tajik,怒族 Nu,乌孜别克族 Uzbek,俄罗斯族 Russ,鄂温克族 Ewenki,德昂族 Deang,保安族 Bonan,裕固族 Yugur,京族 Gin,塔塔尔族 Tatar,独龙族 Derung,鄂伦春族 Oroqen,赫哲族 Hezhen,门巴族 Monba,珞巴族 Lhoba,基诺族 Jino'

export const ETHNICITIES: readonly Option[] = [
  // GB/T 3304 numbers the peoples 01 to 56 in this order.
  ...PEOPLES.split(',').map((names, index) => {
    const [zh = '', en = ''] = names.split(' ')
    return option(String(index + 1).padStart(2, '0'), zh, en)
  }),
  option('97', '其他', 'Other'),
  option('98', '外国血统中国籍人士', 'Chinese citizen of foreign descent'),
]

export const POLITICAL_STATUSES: readonly Option[] = [
  option('01', '中共党员', 'Member of the Communist Party of China'),
  option('02', '中共预备党员', 'Probationary member of the Communist Party of China'),
  option('03', '共青团员', 'Member of the Communist Youth League'),
  option('04', '民革党员', 'Member of the Revolutionary Committee of the Kuomintang'),
  option('05', '民盟盟员', 'Member of the China Democratic League'),
  option('06', '民建会员', 'Member of the China National Democratic Construction Association'),
  option('07', '民进会员', 'Member of the China Association for Promoting Democracy'),
  option('08', '农工党党员', 'Member of the Chinese Peasants and Workers Democratic Party'),
  option('09', '致公党党员', 'Member of the China Zhi Gong Party'),
  option('10', '九三学社社员', 'Member of the Jiusan Society'),
  option('11', '台盟盟员', 'Member of the Taiwan Democratic Self-Government League'),
  option('12', '无党派人士', 'Person of no party affiliation'),
  option('13', '群众', 'None'),
]
