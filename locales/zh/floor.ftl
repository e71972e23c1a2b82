# Refusals of the floor: each says what would be allowed.

# Who acts.
refusal-organisation-not-seated = { $name }在本届峰会没有已就席的代表团。其全权证书获得接受，或因受到异议而暂准出席后，方可行使权利。
refusal-category-may-not = { $capability ->
    [speak] 该类别（{ $category }）的组织不能发言。
    [reply] 该类别（{ $category }）的组织没有答辩权。
    [propose] 该类别（{ $category }）的组织不能提出案文。
    [endorse] 该类别（{ $category }）的组织不能赞同案文。
    [vote] 只有成员可以提出程序问题、正式反对协商一致和提出保留；该组织的类别为{ $category }。
   *[other] 该类别（{ $category }）的组织不能进行此项操作。
}秘书处可以在名录中更改类别。

# Meetings and items.
refusal-quorum-to-open-missing = 有{ $present }个已就席的代表团出席；开会需要{ $needed }个。在任何会场签到或远程签到的代表团达到法定人数后，即可开会。
refusal-quorum-to-decide-missing = 有{ $present }个已就席的代表团出席；作出决定需要{ $needed }个。签到的代表团达到法定人数后，即可作出决定。
refusal-meeting-not-open = 会议尚未开始。达到法定人数后由主席宣布开会。
refusal-meeting-already-open = 会议已在进行。
refusal-meeting-suspended = 会议暂停。请先复会。
refusal-meeting-closed = 会议已散会。此事可在另一次会议上继续。
refusal-item-not-open = 该议程项目未在审议。请先开始审议该项目。
refusal-item-already-open = 该议程项目已在审议。
refusal-another-item-open = 另一议程项目（{ $item }）正在审议。请先结束该项目，再开始审议本项目。
refusal-item-closed = 该议程项目已审议结束。此事可在另一项目下审议。

# The list of speakers.
refusal-list-of-speakers-not-opened = 发言名单尚未开放。主席开放名单后即可受理发言请求。
refusal-list-of-speakers-open = 发言名单已按这些限制开放。如要更改，请以其他限制开放名单。
refusal-list-of-speakers-closed = 发言名单已截止。名单上的代表团仍将发言；如另有请求，请要求主席重新开放名单。
refusal-list-of-speakers-full = 名单已有{ $limit }个条目，达到上限。有发言者离开名单后，即可再受理发言请求。
refusal-already-on-list = 贵代表团已在名单上：位次{ $place }，共{ $length }个。无需再作任何操作。
refusal-interventions-used = 每个代表团就本项目可发言{ $limit }次，贵代表团已用完。仍可行使答辩权。
refusal-not-on-list = { $name }不在发言名单上。可先要求发言。
refusal-swap-with-itself = 互换发言次序须在两个不同的代表团之间进行。请另选一个。
refusal-no-swap-proposed = { $name }没有等待答复的互换发言次序提议。提议得到答复，或两个代表团之一离开名单，提议即告终止。可以另行提议。
refusal-link-already-open = 该会场的线路已连通，或此前已记录为中断。如为中断，请记录线路恢复。
refusal-no-head-accredited = { $name }没有已获认证的代表团团长。请以代表身份要求发言，或先使团长获得认证。
refusal-no-representative-accredited = { $name }的代表团没有可以发言的已获认证人员：既无团长，也无代表，亦无代行职责的副代表。联络人可以录入或指定一人。
refusal-swap-not-proposed = { $name }没有向贵代表团提议互换发言次序。您可以自行提议。
refusal-reply-already-requested = 贵代表团已在等待答辩。该项目审议结束时将请贵代表团答辩。
refusal-replies-used = 贵代表团就本项目已用完{ $limit }次答辩权。可在另一项目下再次发言。
refusal-no-reply-requested = { $name }没有在等待答辩。
refusal-replies-at-the-end = 名单上的代表团全部发言后方进行答辩；仍有{ $count }个代表团等待发言。
refusal-replies-waiting = 仍有{ $count }个代表团等待答辩。请其发言，或撤回其请求，然后方可结束审议该项目。

# Speeches and the clock.
refusal-nobody-waits = 无人等待发言。有代表团要求发言后，即可请其发言。
refusal-nobody-has-the-floor = 目前无人发言。请先请一位发言者发言。
refusal-floor-taken = { $name }正在发言。请先结束该发言。
refusal-not-speaking = { $name }不在发言，也没有为其保留的发言。
refusal-clock-already-paused = 计时已停止。可以恢复计时。
refusal-clock-running = 计时正在进行。可以停止计时。
refusal-speech-too-long = 一次发言总共最长{ $limit }分钟。请缩短时间。
refusal-speaker-link-down = { $name }发言所在会场的线路中断；剩余时间予以保留。请先请下一位发言者发言，或指定另一会场。
refusal-link-already-lost = 该会场的线路已记录为中断。可以记录为恢复。
refusal-link-not-lost = 该会场的线路没有中断记录。

# Points of order.
refusal-point-of-order-pending = 一个程序问题正等待主席裁决。请先作出裁决。
refusal-no-point-of-order = 没有提出程序问题。
