/** What lies in the file, said inside the file: whoever opens it in ten years has nothing else to go by. */

export const ARCHIVE_README = `业绩档案文件（开放格式）
========================

这个压缩文件是一份完整的业绩档案，由“业绩簿”导出。不需要任何专用软件即可打开。

archive.json              个人基本信息和全部条目（UTF-8编码的JSON）
facts.json                单位服务器记录的提交、核定、退回等事实（导出时本机已有的部分）
evidence/<sha256>.<扩展名>  附件原文件，文件名是其内容的SHA-256

archive.json 的内容
  archive    档案编号（所有人的账号编号）
  profile    个人基本信息
  items      各条业绩：id 编号；part 栏目；version 字段表版本；order 建立时间；place 本人排定的位置；fields 各字段的值（null为空）；
             evidence 附件清单；salt 校验盐；digest 内容摘要；otherVersions 同时修改时未被采用的值；identifiers DOI等外部编号
  seal       整份文件的校验值：除seal外全部内容按RFC 8785写成JSON后的SHA-256

内容摘要的算法（每条业绩各自核对）
  字段盐   = HMAC-SHA256(salt的32个字节, 字段名)
  承诺值   = SHA-256(字段盐 ‖ RFC 8785 JSON(字段值))
  附件的承诺值以字段名“evidence”计算，值为按顺序的 [{sha256, bytes, type, kind}]
  digest   = SHA-256("yejibu/revision/v1\\n" ‖ RFC 8785 JSON({archive, item, part, version, commitments}))

恢复：在“业绩簿”中打开“导入”，选择这个文件。不需要连接单位服务器。内容与摘要不符的条目会逐条列出，不予恢复。
请妥善保管：文件中有身份证件号码等个人信息，没有加密。


An archive as an open file
==========================

This zip is a whole performance archive, exported by Yejibu. No special program is needed to open it.

archive.json             the profile and all entries (JSON in UTF-8)
facts.json               what the employer's relay recorded: sent, approved, returned … (as far as this device knew)
evidence/<sha256>.<ext>  the files themselves, each named by the SHA-256 of its bytes

In archive.json
  archive    whose archive it is (the owner's account id)
  profile    the profile
  items      the entries: id; part, the section; version of its field list; order; place, where its owner
             put it; fields, null where empty; evidence;
             salt; digest; otherVersions, values that lost a concurrent write; identifiers, such as the DOI
  seal       SHA-256 over everything else as RFC 8785 JSON

The digest of an entry
  field salt  = HMAC-SHA256(the 32 bytes of salt, field name)
  commitment  = SHA-256(field salt ‖ RFC 8785 JSON of the value)
  the commitment to the evidence is made under the name "evidence" over [{sha256, bytes, type, kind}] in order
  digest      = SHA-256("yejibu/revision/v1\\n" ‖ RFC 8785 JSON of {archive, item, part, version, commitments})

To restore it: open “Import” in Yejibu and choose this file; no server is needed. Entries that do not fit their digest are listed and stay out.
Keep it safe: it holds personal data such as the ID number, and is not encrypted.
`
