# Words that the pages of the floor and of deciding share.
speaking-now = 正在发言
speakers-waiting = { $count ->
    [0] 无人等待发言。
   *[other] { $count }个代表团等待发言。
}
list-not-opened = 名单未开放
list-open = 名单已开放
list-closed = 名单已截止
point-of-order-pending = 程序问题等待主席裁决
meeting-in-progress = 进行中
meeting-suspended = 暂停
meeting-closed = 已散会
meeting-cancelled = 已取消
meeting-not-open = 尚未开始

deciding-now = 正在作出决定
deciding-open = 开放供赞同
deciding-consensus = 主席询问：是否就本案文达成协商一致？
deciding-standing = 目前{ $objections ->
    [0] 没有正式反对
   *[other] 有{ $objections }项正式反对
}，{ $reservations ->
    [0] 没有保留
   *[other] 有{ $reservations }项保留
}。
deciding-endorsed = { $organisations ->
    [0] 尚无组织赞同。
   *[other] { $organisations }个组织赞同
}{ $organisations ->
    [0] {""}
   *[other] （来自{ $countries }个国家）。
}
deciding-read = 阅读案文
objections-count = { $count ->
    [0] 没有正式反对
   *[other] { $count }项正式反对
}
reservations-count = { $count ->
    [0] 没有保留
   *[other] { $count }项保留和不认同声明
}
reservation-kind-reservation = 保留
reservation-kind-dissociation = 声明不认同

act-kind-endorse = 已赞同
act-kind-endorse-with-reservation = 有保留地赞同
act-kind-decline = 不予赞同
act-kind-withdraw = 已撤回赞同

rank-head = 代表团团长
rank-representative = 代表
way-paper = 书面
link-lost = 线路中断
links-lost = { $count }处会场的线路中断。

clock-held-chair = 主席已停止计时
clock-held-link = 计时停止：会场线路中断
clock-held-point-of-order = 计时停止：程序问题
clock-held-suspension = 计时停止：会议暂停

count-present = 出席代表
count-remote = 其中远程出席
count-organisations-present = 出席组织
count-venues = 有人出席的会场

text-state-draft = 草案
text-state-tabled = 已提出
text-state-consensus = 正在询问是否协商一致
text-state-adopted = 已通过
text-state-open = 开放供赞同

