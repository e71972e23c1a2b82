# Import of lists from a page.
import-about = 请选择文件。系统会先显示将导入的内容和每一行无法录入的内容；在您确认之前不作任何更改。
import-file = 文件
import-organisations-hint = CSV或XLSX文件，每列有标题：名称、国家、类别、简称、伞式组织、标识符、网站。
import-representatives-hint = CSV或XLSX文件，每列有标题：组织、姓、名、职务、电子邮件、电话、身份、语言。
import-blank-international = 国家一栏空白表示国际机构
import-map = 标题不同的列
import-map-hint = 每行一条：标题=字段，例如Partei=name或#3=country；标题=ignore表示略去该列。
import-look = 查看名单
import-preview = 名单将导入的内容
import-lines = 行已读取
import-sound = 行可录入
import-bad = 行无法录入
import-bad-lines = 无法录入的行
import-line = 行
import-column = 列
import-value = 值
import-reason = 原因
import-first-shown = 此处显示前{ $count }行。全部内容见未录入行文件。
import-rejects = 未录入行及其原因（CSV文件）
import-ignored = 未使用以下各列：
import-sample = 将录入的前几个组织
import-nothing-changed = 未作任何更改
import-mend = 请改正这些行，重新发送文件；或现在录入其他各行，以后再录入这些行。
import-confirm = { $count ->
    [1] 录入{ $count }行
   *[other] 录入全部{ $count }行
}
import-confirm-sound = 仅录入无误的{ $count }行
import-invite = 立即邀请这些组织参加峰会；信函发给名单中的联系人
import-contacts = 名单中列有联系人。其姓名和地址仅随邀请一并保存：若不发出邀请，则不予录入。
import-other-file = 选择其他文件
import-no-file = 请先选择文件。空文件不会导入任何内容。
import-gone = 该名单已不再保存：名单在半小时后及录入后即被清除。请重新发送文件。
import-not-invited = 该组织没有参加峰会的代表团，或有两个代表团主张其席位。请邀请该组织，或在代表团自己的页面录入该成员。
import-not-taken = 第{ $line }行，{ $field }：{ $words }
upload-too-large = 该文件大于{ $limit }兆字节，或未完整发送。请发送较小的文件。
done-enter-members = 成员已录入。

import-problem-missing-name = 该组织没有任何语言的名称。
import-problem-missing-value = 缺少此值（{ $field }）。
import-problem-control-character = 含有不可见字符：{ $character }。请将其删除。
import-problem-damaged-character = 转换文件时丢失了一个字符（�）。请重新导出为UTF-8。
import-problem-formula-error = 该单元格的公式在电子表格中出错。
import-problem-too-long = 共{ $actual }个字符，最多接受{ $limit }个。
import-problem-extra-cells = 该行有{ $actual }个单元格，但只有{ $columns }个标题。是否缺少引号？
import-problem-country-missing = 国家一栏空白。请填写，或说明国家一栏空白表示国际机构。
import-problem-country-unknown = 没有此名称或代码的国家。
import-problem-category-unknown = 没有这一类别。类别有：{ $allowed }
import-problem-email-invalid = 这不是电子邮件地址。
import-problem-website-invalid = 这不是以http或https开头的网址。
import-problem-phone-invalid = 这不是电话号码。
import-problem-rank-unknown = 没有这一身份。身份有：{ $allowed }
import-problem-language-unknown = 这既不是语言标签，也不是语言名称。
import-problem-duplicate-name = 第{ $other_line }行有同一国家的相同名称。
import-problem-duplicate-external-id = 第{ $other_line }行有相同的标识符。
import-problem-duplicate-representative = 第{ $other_line }行有同一组织的同一人。
import-problem-second-head = 第{ $other_line }行已列出该代表团的团长。
import-problem-already-registered = 该组织已在名录中：{ $existing }
import-problem-organisation-unknown = 没有组织与此名称相符。
import-problem-organisation-ambiguous = 有多个组织与此名称相符：{ $candidates }
import-did-you-mean = 您是否指{ $suggestion }？
import-problem-umbrella-refused = 其所属伞式组织在第{ $other_line }行，而该行无法录入。
import-problem-umbrella-cycle = 这些伞式组织互为成员：第{ $lines }行。

import-error-file-too-large = 该文件有{ $bytes }字节，最多接受{ $limit }字节。请拆分文件。
import-error-file-empty = 文件是空的。
import-error-no-rows = 第{ $line }行是标题，其下没有任何行。
import-error-too-many-rows = 表格超过{ $limit }行。请拆分为若干文件。
import-error-too-many-columns = 第{ $line }行超过{ $limit }列。
import-error-cell-too-long = 第{ $line }行第{ $column }列：单元格超过{ $limit }个字符。可能是该处的引号没有闭合。
import-error-text-too-large = 表格文字超过{ $limit }字节。请拆分为若干文件。
import-error-unpacked-too-large = { $unit ->
    [bytes] 工作簿解压后超过{ $limit }字节。
    [parts] 工作簿的组成部分超过{ $limit }个。
    [tags] 工作簿解压后的标签超过{ $limit }个。
   *[other] 工作簿解压后超过上限{ $limit }。
}请将工作表另存为CSV。
import-error-unclosed-quote = 第{ $line }行的引号没有闭合。
import-error-broken-encoding = 第{ $line }行含有不属于{ $encoding }的字节。请将文件重新保存为UTF-8。
import-error-unknown-encoding = 没有名为{ $label }的编码。
import-error-bad-delimiter = { $delimiter }不能用作单元格之间的分隔符。请使用半角逗号、半角分号、制表符或竖线。
import-error-not-text = 这不是表格：既不是文本，也不是XLSX工作簿。
import-error-old-spreadsheet = 这是旧式（XLS）或有密码保护的工作簿。请另存为不带密码的XLSX，或另存为CSV。
import-error-other-package = 这是压缩文件，但不是XLSX工作簿。请将工作表另存为XLSX或CSV。
import-error-no-such-sheet = 没有工作表{ $name }；该工作簿有：{ $found }
import-error-bad-spreadsheet = 无法读取工作簿：{ $reason }
import-error-bad-rule = { $rule }不符合“标题=字段”的格式。
import-error-too-many-rules = 列规则超过{ $limit }条。
import-error-unknown-field = 没有字段{ $field }。字段有：{ $allowed }
import-error-no-such-column = 没有列{ $column }。该文件有：{ $found }
import-error-two-columns = { $first }和{ $second }两列均含有{ $field }。请说明用哪一列：{ $second }=ignore
import-error-missing-column = 没有含有{ $field }的列。该文件有：{ $found }。请将标题改为{ $allowed }之一，或说明是哪一列。
