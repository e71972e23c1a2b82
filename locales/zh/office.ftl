# Words that the secretariat's, the focal point's and the desk's pages share.
amend = 修改
save = 保存
cancel = 取消
actions = 操作
all = 全部
reason = 理由
reason-hint = 请写一句话。联络人会读到，并载入记录册。
breadcrumb = 当前位置
pages-of-list = 列表分页
search-label = 搜索
search-button = 搜索
nothing-found = 没有找到
nothing-found-next = 请搜索名称的一部分，或重新显示全部。
international = 国际
country = 国家
country-hint = 国际机构不填：国际机构计为组织，绝不计为国家。
category = 类别
short-name = 简称
website = 网站
umbrella = 伞式组织
umbrella-members = 该伞式组织的成员
external-id = 在您自有登记册中的编号
external-id-hint = 以后导入名单时凭此编号识别该组织。
organisation-id-hint = 其在名录中的编号，例如org-12。
organisation-names = 名称
names-hint = 请填写该组织所用的各种语言的名称。填写一种即可。


role = 角色
roles = 角色
rank = 身份
rank-hint = 代表团有一名团长，以及代表、副代表和顾问。
rank-alternate = 副代表
rank-adviser = 顾问
rank-acting = 代行代表职责
rank-left = { $rank }（余{ $left }个名额）

credentials = 全权证书
credentials-invited = 已获邀请
credentials-submitted = 已提交
credentials-verified = 已核验
credentials-accepted = 已接受
credentials-challenged = 受到异议
credentials-deferred = 暂缓决定
credentials-rejected = 已驳回
credentials-revoked = 已撤销

standing = 资格认证
standing-entered = 已录入
standing-pending = 待接受
standing-accredited = 已获认证
standing-withdrawn = 已撤下
standing-ended = 已终止

person-name = 姓名
person-unnamed = 姓名不详
person-given = 名
person-family = 姓
person-function = 职务
person-email = 电子邮件地址
person-email-hint = 信函发往此地址。没有地址时由秘书处打印。
person-phone = 电话
person-language = 信函语言
present-where = 出席地点
present-remote = 远程
present-not = 未出席

count-organisations-invited = 受邀组织
count-registered = 已登记
count-accredited = 已获认证
office-present = 出席
count-here = 在此出席
