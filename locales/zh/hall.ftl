# The hall's screen.
hall-next = 接下来（{ $count }个等待发言）
hall-present = 人出席
hall-organisations = 个组织
hall-countries = 个国家
hall-venues = 处会场
hall-suspended = 会议暂停
hall-closed = 会议已散会
hall-nobody-speaks = 会议进行中
hall-no-meeting = 日程上没有会议
hall-objections = { $count ->
   *[other] 项正式反对
}
hall-endorse = { $organisations ->
   *[other] 个组织赞同
}，来自{ $countries }个国家
hall-apart = 有保留地赞同{ $reservations } · 不予赞同{ $declined } · 撤回赞同{ $withdrawn }
