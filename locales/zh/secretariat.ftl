# The front page of the secretariat.
secretariat-title = 秘书处
secretariat-waiting = 待办事项
secretariat-nothing-waits = 没有等待决定的事项。
secretariat-places = 前往
secretariat-no-summit = 尚无峰会
secretariat-no-summit-next = 请先召集峰会：确定主题、日期和召集组织，再录入会场、会议并发出邀请。
summit-convene = 召集峰会
secretariat-no-venue = 峰会尚无主会场
secretariat-no-venue-next = 请录入主会场。会议按其当地日期安排。
venue-add = 录入会场
secretariat-no-meeting = 尚未安排会议
secretariat-no-meeting-next = 请安排开幕全体会议，并编写议程。
meeting-add = 安排会议
secretariat-nobody-invited = 尚未邀请任何组织
secretariat-nobody-invited-next = 请邀请名录中的组织。其联络人会收到链接，并录入各自的代表团。
secretariat-next-meeting = 下一次会议
secretariat-about-programme = 峰会、会场、会议、议程、主旨发言
secretariat-about-directory = 组织的名称、国家和类别
secretariat-about-accreditation = 邀请、代表团、全权证书、出入证
secretariat-about-presence = 何人在何处出席，以及重复扫描的出入证
secretariat-about-paper = 以签字信函或电话作出的行为
secretariat-about-letters = 等待发送、已发送、发送失败或待打印的信函
secretariat-about-seats = 何人担任何种角色、使用哪些设备；被拒行为

waiting-submitted = { $count }个代表团已提交全权证书
waiting-verified = { $count }个代表团的已核验全权证书等待决定
waiting-rivals = { $count }个代表团主张有争议的席位
waiting-differs = { $count }个代表团主张的类别与名录不一致
waiting-members = { $count }名后来录入的成员等待接受
waiting-flags = { $count }张出入证在两处会场被扫描

# Directory.
directory-title = 组织名录
directory-add = 录入组织
directory-import = 导入名单
directory-found = { $count }个组织
directory-empty = 名录是空的
directory-empty-next = 请以CSV或XLSX格式导入组织名单，或逐一录入。
directory-remove = 移出名录
directory-remove-about = 该组织所作的行为保留在记录册中。有代表团、席位或列入日程的组织须留在名录中。
directory-remove-sure = 将该组织移出名录？
done-register-organisation = 组织已录入。
done-amend-organisation = 条目已修改。
done-remove-organisation = 组织已移出名录。
done-import-organisations = 名单已录入。
